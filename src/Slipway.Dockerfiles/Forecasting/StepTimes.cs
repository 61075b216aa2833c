using Slipway.Dockerfiles.Progress;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Substitution;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Forecasting;

/// <summary>How long steps took when they were built last. A step is known again after it was moved or was given a mount.</summary>
/// <param name="Seconds">The seconds of each step, under a digest of its commands: they may hold what nobody else should read.</param>
public sealed record StepTimes(IReadOnlyDictionary<string, double> Seconds)
{
    /// <summary>Nothing was ever built.</summary>
    public static StepTimes None { get; } = new(new Dictionary<string, double>());

    /// <summary>How long a step takes.</summary>
    /// <returns>Seconds, or null when it has never been built.</returns>
    public double? Of(Step step) => Seconds.TryGetValue(NameOf(step), out var seconds) ? seconds : null;

    /// <summary>The same with what a build took.</summary>
    /// <param name="steps">The steps of the build; cached ones tell nothing.</param>
    /// <returns>The times after it.</returns>
    public StepTimes With(IEnumerable<BuildStep> steps)
    {
        var seconds = new Dictionary<string, double>(Seconds, StringComparer.Ordinal);
        foreach (var step in steps.Where(s => !s.IsCached))
        {
            if (Parse(step.Text) is { } parsed)
            {
                seconds[NameOf(parsed)] = step.Seconds;
            }
        }

        return new(seconds);
    }

    private static Step? Parse(string text) =>
        StageReader.Read(Dockerfile.Parse(SourceText.From("step", $"FROM scratch\n{text}\n"))) is [{ Steps: [var step, ..] }] ? step : null;

    // What installs packages is known by that: mounts and cleaning up come and go with fixes.
    private static string NameOf(Step step) => KeyText.Of(CommandsOf(step))[..16];

    private static string CommandsOf(Step step) =>
        step.Calls.Count > 0
            ? string.Join("; ", step.Calls.Select(c => Plain(c.Command.ToString())))
            : $"{step.Instruction.Name} {Plain(Expanded(step))}";

    private static string Expanded(Step step)
    {
        var written = step.Instruction.Rest.Text;
        var expansion = Expander.Expand(written, step.Before.Value, new() { KeepsQuotes = true, KeepsEscapes = true, KeepsUnset = true });
        return expansion.Error is null ? expansion.Text : written;
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
