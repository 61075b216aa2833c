namespace Slipway.Engine.Commands;

/// <summary>The commands of docker, apart from compose's, that <see cref="IDockerCommandLines"/> does not make.</summary>
public static class DockerCommands
{
    /// <summary>Pulls an image, without a word about how far it is.</summary>
    /// <returns>The command.</returns>
    public static CommandLine Pull(string image) => new(["docker", "pull", "--quiet", image]);

    /// <summary>Removes volumes that no container has.</summary>
    /// <returns>The command.</returns>
    public static CommandLine RemoveVolumes(IEnumerable<string> names) => new(["docker", "volume", "rm", .. names]);

    /// <summary>Removes a network that no container is on.</summary>
    /// <returns>The command.</returns>
    public static CommandLine RemoveNetwork(string name) => new(["docker", "network", "rm", name]);
}
