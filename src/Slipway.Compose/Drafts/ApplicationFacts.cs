using System.Collections.Immutable;
using Slipway.Compose.Fronts.Reading;
using Slipway.Compose.Services;
using Slipway.Compose.Surroundings;

namespace Slipway.Compose.Drafts;

/// <summary>What is known of an application besides its compose files.</summary>
public sealed record ApplicationFacts
{
    /// <summary>The compose files, relative to the application's folder, in order.</summary>
    public required IReadOnlyList<string> ComposeFiles { get; init; }

    /// <summary>Gives the content of a file by its path relative to the application's folder, or null when it can't be read.</summary>
    public Func<string, string?> ReadFile { get; init; } = _ => null;

    /// <summary>
    /// Gives the files in a folder and below it, relative to that folder, by its path relative to the application's; none when it can't be read.
    /// </summary>
    public Func<string, IReadOnlyList<string>> ListFiles { get; init; } = _ => [];

    /// <summary>Whether a folder is there, by its path relative to the application's folder.</summary>
    public Func<string, bool> HasFolder { get; init; } = _ => false;

    /// <summary>The images, or null when nothing is known of them.</summary>
    public IServiceImages? Images { get; init; }

    /// <summary>Gives the image that a service's own image is built on, by the service's name, or null when it is not built or nobody knows.</summary>
    public Func<string, string?> BaseImage { get; init; } = _ => null;

    /// <summary>Gives the Dockerfile that a service's image is built from, by the service's name, or null.</summary>
    public Func<string, string?> Dockerfile { get; init; } = _ => null;

    /// <summary>Gives what that Dockerfile copies into the image.</summary>
    public Func<string, IReadOnlyList<CopiedPath>> Copies { get; init; } = _ => [];

    /// <summary>Gives what of the build context that Dockerfile copies into whichever stage, or null where nobody knows.</summary>
    public Func<string, IReadOnlyList<string>?> Sources { get; init; } = _ => null;

    /// <summary>Gives the command of the health check in a service's Dockerfile, by the service's name, or null.</summary>
    public Func<string, string?> ImageHealthCheck { get; init; } = _ => null;

    /// <summary>Finds a command that migrates in the words of a start command; null when there is none. Who knows shells and migration tools
    /// answers.</summary>
    public Func<IReadOnlyList<string>, MigrationCommand?> Migrates { get; init; } = _ => null;

    /// <summary>Finds the command by which a service migrates whenever it starts, in its build context too; null when there is none.</summary>
    public Func<ComposeService, MigrationCommand?> Starts { get; init; } = _ => null;

    /// <summary>Makes a path as it is written in slipway.yaml from one of those that are found: relative to the application's folder.</summary>
    public Func<string, string> Shown { get; init; } = p => p;

    /// <summary>The image of a proxy to add where the application has none.</summary>
    public string ProxyImage { get; init; } = "nginx:1.28";

    /// <summary>The words that a service is started with, as far as they are known: its own, else those of its image.</summary>
    internal (ImmutableArray<string> Entrypoint, ImmutableArray<string> Command) StartOf(ComposeService service)
    {
        var image = Images?.Find(service.Name, service.Image);
        return (service.Entrypoint ?? image?.Entrypoint ?? [], service.Command ?? (service.Entrypoint is null ? image?.Start : null) ?? []);
    }

    internal FrontSources FrontSources => new()
    {
        ReadFile = ReadFile,
        ListFiles = ListFiles,
        BaseImage = BaseImage,
        Dockerfile = Dockerfile,
        Copies = Copies,
    };
}
