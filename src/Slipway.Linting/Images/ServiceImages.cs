using System.Collections.Concurrent;
using Slipway.Compose.Projects;
using Slipway.Compose.Surroundings;
using Slipway.Findings.Sources;

namespace Slipway.Linting.Images;

/// <summary>What is known of the images of an application: from their Dockerfiles, which are what will run, and from the engine.</summary>
/// <param name="builds">What the application builds.</param>
/// <param name="dockerfile">Gives a Dockerfile by its path, or null.</param>
/// <param name="mendsStart">Whether a migration would be taken out of the start that a Dockerfile says.</param>
/// <param name="engine">The engine of this machine; null when it isn't to be asked.</param>
internal sealed class ServiceImages(
    IReadOnlyList<ServiceBuild> builds, Func<string, SourceText?> dockerfile, Func<string, bool> mendsStart, ImageInspector? engine) : IServiceImages
{
    private readonly ConcurrentDictionary<(string, string?), ImageFacts?> _facts = new();

    /// <inheritdoc/>
    public ImageFacts? Find(string service, string? image) => _facts.GetOrAdd((service, image), _ => Look(service, image));

    private ImageFacts? Look(string service, string? image)
    {
        // A service without a build of its own may run what another one builds.
        var build = builds.FirstOrDefault(b => b.Service == service) ?? builds.FirstOrDefault(b => image is not null && b.Image == image);
        if (build?.Dockerfile is { } path && dockerfile(path) is { } source && DockerfileFacts.Of(source, build.Target)?.Image is { } made)
        {
            return made with
            {
                MendsStart = () => build.Target is null && mendsStart(path),
                HasProgram = p => made.HasProgram(p) ?? (image is null ? null : engine?.HasProgram(image, p)),
            };
        }

        if (image is null || build is not null)
        {
            return null;
        }

        return (engine?.Inspect(image) ?? new()) with { HasProgram = p => BaseImage.HasProgram(image, p) ?? engine?.HasProgram(image, p) };
    }
}
