namespace Cake.Docker;

/// <summary>
/// Options of <c>docker rmi</c>.
/// </summary>
public sealed class DockerImageRemoveSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--force</c> is given.</summary>
    public bool? Force { get; set; }

    /// <summary>Gets or sets whether <c>--no-prune</c> is given.</summary>
    public bool? NoPrune { get; set; }
}
