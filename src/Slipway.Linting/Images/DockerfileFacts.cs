using System.Collections.Immutable;
using System.Globalization;
using Slipway.Compose.Surroundings;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Substitution;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Linting.Images;

/// <summary>What a Dockerfile says about the image that is built from it.</summary>
/// <param name="stage">The stage that is built.</param>
/// <param name="stages">All stages.</param>
internal sealed class DockerfileFacts(Stage stage, IReadOnlyList<Stage> stages)
{
    private static readonly string[] Removals = ["purge", "remove", "autoremove", "del", "--virtual"];

    // Those of the stages below it too, the last first: of most instructions only the last one counts.
    private readonly List<Step> _steps = [.. stage.Chain().SelectMany(s => s.Steps.Reverse())];

    /// <summary>The image that all of it is built on, arguments replaced by what is given, else by their defaults.</summary>
    public string RootImage => stage.RootImage;

    /// <summary>What follows HEALTHCHECK, as written; null without one.</summary>
    public string? HealthCheck => Last("HEALTHCHECK")?.Instruction.Rest.Text;

    /// <summary>What is copied into it, the first first.</summary>
    public IReadOnlyList<CopiedPath> Copies => [.. stage.Chain().Reverse().SelectMany(s => s.Steps).Where(s => s.Is("COPY") || s.Is("ADD"))
        .SelectMany(Copied)];

    /// <summary>What of the build context is copied into it, or into the stages that it copies from; null where a step reads the context as it is.</summary>
    public IReadOnlyList<string>? Sources
    {
        get
        {
            var (seen, sources) = (new HashSet<Stage>(), new List<string>());
            var left = new Stack<Stage>([stage]);
            while (left.TryPop(out var next))
            {
                foreach (var step in next.Chain().Where(seen.Add).SelectMany(s => s.Steps))
                {
                    if (step.Is("RUN") && step.Instruction.Flags.Any(f => f.Name == "mount" && f.Value?.Contains("bind", StringComparison.Ordinal) == true))
                    {
                        return null;
                    }

                    if (!step.Is("COPY") && !step.Is("ADD"))
                    {
                        continue;
                    }

                    if (step.Instruction.Flag("from")?.Value is not { } from)
                    {
                        sources.AddRange(Copied(step).Where(c => c.Text is null).Select(c => c.Source));
                    }
                    else if (stages.FirstOrDefault(s => from.Equals(s.Name, StringComparison.OrdinalIgnoreCase) || from == $"{s.Index}") is { } other)
                    {
                        left.Push(other);
                    }
                }
            }

            return sources;
        }
    }

    /// <summary>The same, as rules know images.</summary>
    public ImageFacts Image => new()
    {
        ExposedPorts = [.. _steps.Where(s => s.Is("EXPOSE")).SelectMany(Words).Select(Port).Where(p => p > 0).Distinct()],
        Volumes = [.. _steps.Where(s => s.Is("VOLUME")).SelectMany(Words).Where(v => v.StartsWith('/')).Distinct()],
        HasHealthCheck = Last("HEALTHCHECK") is { } check ? check.Instruction.Words is not [{ Text: "NONE" or "none" }, ..] : null,
        Entrypoint = Started(Last("ENTRYPOINT")),
        Start = Started(UsedCommand()),
        HasProgram = p => _steps.Exists(s => Installs(s, p)) ? true : BaseImage.HasProgram(RootImage, p),
    };

    /// <summary>Reads a Dockerfile.</summary>
    /// <param name="target">The name of the stage that is built, in any case; null for the last one.</param>
    /// <param name="arguments">The build arguments that are given; null for none.</param>
    /// <returns>Its facts; null when there is no such stage.</returns>
    public static DockerfileFacts? Of(SourceText source, string? target, IReadOnlyDictionary<string, string>? arguments = null)
    {
        var stages = StageReader.Read(Dockerfile.Parse(source), arguments);
        var built = target is not null ? stages.FirstOrDefault(s => target.Equals(s.Name, StringComparison.OrdinalIgnoreCase))
            : stages.Count > 0 ? stages[^1]
            : null;
        return built is null ? null : new(built, stages);
    }

    /// <summary>The words of an instruction with the values that its variables have there; one without a value is left as it is written.</summary>
    private static IEnumerable<string> Words(Step step) => step.Instruction.Words
        .Select(w => Expander.Expand(w.Text, step.Before.Value, new() { KeepsUnset = true }) is { Error: null } expansion ? expansion.Text : w.Text)
        .SelectMany(t => t.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private Step? Last(string instruction) => _steps.Find(s => s.Is(instruction));

    // "Understand how CMD and ENTRYPOINT interact" in Docker's Dockerfile reference: an ENTRYPOINT in text form takes no words,
    // and one of a later stage makes the engine forget the CMD of an earlier one; within a stage their order doesn't matter.
    private Step? UsedCommand() =>
        Last("CMD") is { } command
        && (Last("ENTRYPOINT") is not { } entrypoint || (entrypoint.Instruction.IsJson && entrypoint.Stage.Index <= command.Stage.Index))
            ? command
            : null;

    private static IEnumerable<CopiedPath> Copied(Step step)
    {
        if (step.Instruction.Words is not [_, .., var last] words)
        {
            return [];
        }

        var folder = (step.Before.Folder ?? "").TrimEnd('/');
        var target = last.Text is "." or "./" ? folder + "/"
            : last.Text.StartsWith('/') ? last.Text
            : $"{folder}/{(last.Text.StartsWith("./", StringComparison.Ordinal) ? last.Text[2..] : last.Text)}";
        var heredocs = step.Instruction.Heredocs;
        return words.SkipLast(1).Select(w => w.Text).Where(s => !s.Contains("://", StringComparison.Ordinal)).Select(source => new CopiedPath(
            source, target, step.Instruction.Flag("from") is not null,
            source.StartsWith("<<", StringComparison.Ordinal) && heredocs.Count > 0 ? heredocs[0].Content.Text : null));
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

    // The text form is run by a shell.
    private static ImmutableArray<string> Started(Step? start) =>
        start is null ? []
        : start.Instruction.IsJson ? [.. start.Instruction.Words.Select(w => w.Text)]
        : ["/bin/sh", "-c", start.Instruction.Rest.Text];

    private static int Port(string exposed) =>
        !exposed.EndsWith("/udp", StringComparison.OrdinalIgnoreCase)
        && int.TryParse(exposed.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : 0;
}
