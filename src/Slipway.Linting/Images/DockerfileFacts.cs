using System.Collections.Immutable;
using System.Globalization;
using Slipway.Compose.Surroundings;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Linting.Images;

/// <summary>What a Dockerfile says about the image that is built from it.</summary>
internal static class DockerfileFacts
{
    private static readonly string[] Removals = ["purge", "remove", "autoremove", "del", "--virtual"];

    /// <summary>The facts of a stage.</summary>
    /// <param name="source">The Dockerfile.</param>
    /// <param name="target">The stage; null for the last one.</param>
    /// <returns>What is known; null when there is no such stage.</returns>
    public static ImageFacts? Of(SourceText source, string? target)
    {
        var stages = StageReader.Read(Dockerfile.Parse(source));
        var last = target is null ? (stages.Count > 0 ? stages[^1] : null) : stages.FirstOrDefault(s => string.Equals(s.Name, target, StringComparison.OrdinalIgnoreCase));
        return last is null ? null : Facts(last);
    }

    private static ImageFacts Facts(Stage stage)
    {
        var steps = stage.Chain().SelectMany(s => s.Steps.Reverse()).ToList();
        var (entrypoint, command) = (steps.FirstOrDefault(s => s.Is("ENTRYPOINT")), steps.FirstOrDefault(s => s.Is("CMD")));
        // An ENTRYPOINT in text form takes no words, and one of a later stage makes the engine forget the CMD of an earlier one.
        var isUsed = command is not null && (entrypoint is null || (entrypoint.Instruction.IsJson && entrypoint.Stage.Index <= command.Stage.Index));
        return new ImageFacts
        {
            ExposedPorts = [.. steps.Where(s => s.Is("EXPOSE")).SelectMany(s => s.Instruction.Words).Select(w => Port(w.Text)).Where(p => p > 0).Distinct()],
            HasHealthCheck = steps.FirstOrDefault(s => s.Is("HEALTHCHECK")) is { } check ? check.Instruction.Words is not [{ Text: "NONE" or "none" }, ..] : null,
            Entrypoint = entrypoint is null ? [] : Words(entrypoint.Instruction),
            Start = isUsed ? Words(command!.Instruction) : [],
            HasProgram = program => steps.Exists(s => Installs(s, program)) ? true : BaseImage.HasProgram(stage.RootImage, program),
        };
    }

    private static bool Installs(Step step, string program)
    {
        if (!step.Is("RUN") || !step.Instruction.Rest.Text.Contains(program, StringComparison.Ordinal))
        {
            return false;
        }

        var words = step.Instruction.Rest.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Contains(program) && (words.Contains("install") || words.Contains("add")) && !words.Intersect(Removals).Any()
            && words.Any(w => w is "apt-get" or "apt" or "apk" or "yum" or "dnf" or "microdnf");
    }

    /// <summary>The text form is run by a shell.</summary>
    private static ImmutableArray<string> Words(Instruction start) => start.IsJson ? [.. start.Words.Select(w => w.Text)] : ["/bin/sh", "-c", start.Rest.Text];

    private static int Port(string exposed) =>
        !exposed.EndsWith("/udp", StringComparison.OrdinalIgnoreCase) && int.TryParse(exposed.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0;
}
