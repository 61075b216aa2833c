namespace Slipway.Linting.Files;

/// <summary>A Dockerfile of the application and how it is built.</summary>
/// <param name="File">The file, absolute.</param>
/// <param name="Context">The folder of its build context, absolute.</param>
/// <param name="Arguments">The build arguments of the compose file.</param>
internal sealed record DockerfilePlace(string File, string Context, IReadOnlyDictionary<string, string> Arguments)
{
    /// <summary>Those of the arguments whose values come from the environment of the build.</summary>
    public IReadOnlySet<string> Given { get; init; } = new HashSet<string>();

    /// <summary>The names of further contexts that compose gives the build.</summary>
    public IReadOnlyCollection<string> Contexts { get; init; } = [];
}
