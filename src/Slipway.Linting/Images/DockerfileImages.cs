using Slipway.Compose;
using Slipway.Compose.Services;
using Slipway.Compose.Surroundings;
using Slipway.Findings.Sources;

namespace Slipway.Linting.Images;

/// <summary>What the Dockerfiles of an application say about the images that are built from them.</summary>
/// <param name="model">The application.</param>
/// <param name="readFile">Gives the content of a file by its path relative to the application's folder, or null.</param>
/// <param name="engine">Gives what the engine knows of an image that is present there; null for nothing.</param>
internal sealed class DockerfileImages(ComposeModel model, Func<string, string?> readFile, Func<string, ImageFacts?> engine) : IServiceImages
{
    /// <inheritdoc/>
    public ImageFacts? Find(string service, string? image)
    {
        if (Built(service) is not { } built)
        {
            return image is null || engine(image) is not { } present ? null : new ImageFacts { Volumes = present.Volumes };
        }

        // An image has the volumes of what it is built on too.
        var facts = built.Image;
        return engine(built.RootImage) is { } root ? facts with { Volumes = [.. facts.Volumes.Union(root.Volumes)] } : facts;
    }

    /// <summary>The image that a service's own image is built on; null when it isn't built or its Dockerfile can't be read.</summary>
    public string? BaseImage(string service) => Built(service)?.RootImage;

    /// <summary>The health check in a service's Dockerfile, as written; null without one.</summary>
    public string? HealthCheck(string service) => Built(service)?.HealthCheck;

    /// <summary>What a service's Dockerfile copies into its image; nothing when it isn't built or its Dockerfile can't be read.</summary>
    public IReadOnlyList<CopiedPath> Copies(string service) => Built(service)?.Copies ?? [];

    /// <summary>What of its build context a service's Dockerfile copies, into whichever stage; null where that isn't known.</summary>
    public IReadOnlyList<string>? Sources(string service) => Built(service)?.Sources;

    /// <summary>A service's Dockerfile; null when it isn't built or its Dockerfile can't be read.</summary>
    public string? Dockerfile(string service) => model.Find(service)?.Build is not { } build ? null
        : build.Inline ?? (build.Dockerfile is { } file ? readFile(Path.Combine(build.Context, file)) : null);

    private DockerfileFacts? Built(string service) => model.Find(service)?.Build is { } build && Dockerfile(service) is { } text
        ? DockerfileFacts.Of(SourceText.From(build.Dockerfile ?? "Dockerfile", text), build.Target, Arguments(build))
        : null;

    private static Dictionary<string, string> Arguments(BuildDefinition build) => build.Args.Names
        .Select(n => (Name: n, Value: build.Args.TryGet(n, out var value) ? value : null))
        .Where(a => a.Value is not null)
        .ToDictionary(a => a.Name, a => a.Value!, StringComparer.Ordinal);
}
