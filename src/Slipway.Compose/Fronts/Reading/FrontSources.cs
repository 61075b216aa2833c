using Slipway.Compose.Surroundings;

namespace Slipway.Compose.Fronts.Reading;

/// <summary>Where the files of an application are read. Paths are relative to its folder, or absolute.</summary>
internal sealed record FrontSources
{
    /// <summary>Gives the content of a file, or null when it can't be read.</summary>
    public required Func<string, string?> ReadFile { get; init; }

    /// <summary>Gives the files in a folder and below it, relative to that folder; none when it can't be read.</summary>
    public required Func<string, IReadOnlyList<string>> ListFiles { get; init; }

    /// <summary>Gives the image that a service's own image is built on, or null.</summary>
    public required Func<string, string?> BaseImage { get; init; }

    /// <summary>Gives the Dockerfile of a service, or null.</summary>
    public required Func<string, string?> Dockerfile { get; init; }

    /// <summary>Gives what the Dockerfile of a service copies into its image.</summary>
    public required Func<string, IReadOnlyList<CopiedPath>> Copies { get; init; }
}
