using System.Collections.Immutable;
using System.Globalization;
using Slipway.Compose;
using Slipway.Compose.Surroundings;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Linting.Images;

/// <summary>What the Dockerfiles of an application say about the images that are built from them.</summary>
/// <param name="model">The application.</param>
/// <param name="readFile">Gives the content of a file by its path relative to the application's folder, or null.</param>
internal sealed class DockerfileImages(ComposeModel model, Func<string, string?> readFile) : IServiceImages
{
    /// <inheritdoc/>
    public ImageFacts? Find(string service, string? image) => LastStage(service) is { } last ? Facts(last) : null;

    /// <summary>The image that a service's own image is built on.</summary>
    public string? BaseImage(string service) => LastStage(service)?.RootImage;

    /// <summary>The command of the health check in a service's Dockerfile.</summary>
    public string? HealthCheck(string service) =>
        LastStage(service)?.Chain().SelectMany(s => s.Steps.Reverse()).FirstOrDefault(s => s.Is("HEALTHCHECK"))?.Instruction.Rest.Text;

    private Stage? LastStage(string service)
    {
        if (model.Find(service)?.Build is not { Dockerfile: { } file } build || readFile(Path.Combine(build.Context, file)) is not { } text)
        {
            return null;
        }

        var stages = StageReader.Read(Dockerfile.Parse(SourceText.From(file, text)));
        return build.Target is null ? (stages.Count > 0 ? stages[^1] : null) : stages.FirstOrDefault(s => string.Equals(s.Name, build.Target, StringComparison.OrdinalIgnoreCase));
    }

    private static ImageFacts Facts(Stage stage)
    {
        var steps = stage.Chain().SelectMany(s => s.Steps.Reverse()).ToList();
        var start = steps.FirstOrDefault(s => s.Is("CMD"))?.Instruction;
        return new ImageFacts
        {
            ExposedPorts = [.. steps.Where(s => s.Is("EXPOSE")).SelectMany(s => s.Instruction.Words).Select(w => Port(w.Text)).Where(p => p > 0).Distinct()],
            HasHealthCheck = steps.FirstOrDefault(s => s.Is("HEALTHCHECK")) is { } check ? check.Instruction.Words is not [{ Text: "NONE" or "none" }, ..] : null,
            Start = steps.Exists(s => s.Is("ENTRYPOINT")) || start is null ? [] : Words(start),
        };
    }

    /// <summary>The text form is run by a shell.</summary>
    private static ImmutableArray<string> Words(Instruction start) => start.IsJson ? [.. start.Words.Select(w => w.Text)] : ["/bin/sh", "-c", start.Rest.Text];

    private static int Port(string exposed) =>
        !exposed.EndsWith("/udp", StringComparison.OrdinalIgnoreCase) && int.TryParse(exposed.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0;
}
