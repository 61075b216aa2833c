using Slipway.Compose;
using Slipway.Compose.Surroundings;
using Slipway.Findings.Sources;

namespace Slipway.Linting.Images;

/// <summary>What the Dockerfiles of an application say about the images that are built from them.</summary>
/// <param name="model">The application.</param>
/// <param name="readFile">Gives the content of a file by its path relative to the application's folder, or null.</param>
internal sealed class DockerfileImages(ComposeModel model, Func<string, string?> readFile) : IServiceImages
{
    /// <inheritdoc/>
    public ImageFacts? Find(string service, string? image) => Built(service)?.Image;

    /// <summary>The image that a service's own image is built on; null when it isn't built or its Dockerfile can't be read.</summary>
    public string? BaseImage(string service) => Built(service)?.RootImage;

    /// <summary>The health check in a service's Dockerfile, as written; null without one.</summary>
    public string? HealthCheck(string service) => Built(service)?.HealthCheck;

    /// <summary>What a service's Dockerfile copies into its image; nothing when it isn't built or its Dockerfile can't be read.</summary>
    public IReadOnlyList<CopiedPath> Copies(string service) => Built(service)?.Copies ?? [];

    /// <summary>A service's Dockerfile; null when it isn't built or its Dockerfile can't be read.</summary>
    public string? Dockerfile(string service) =>
        model.Find(service)?.Build is { Dockerfile: { } file } build ? readFile(Path.Combine(build.Context, file)) : null;

    private DockerfileFacts? Built(string service) =>
        model.Find(service)?.Build is { Dockerfile: { } file } build && Dockerfile(service) is { } text
            ? DockerfileFacts.Of(SourceText.From(file, text), build.Target)
            : null;
}
