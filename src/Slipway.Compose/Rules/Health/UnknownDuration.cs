using System.Globalization;
using Slipway.Compose.Editing;
using Slipway.Compose.Projects;
using Slipway.Compose.Text;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Compose.Rules.Health;

/// <summary>A duration that some version of Compose refuses.</summary>
internal sealed class UnknownDuration() : ComposeRule(new(
    "SLC103",
    Severity.Error,
    "Write durations as every version of Compose reads them",
    "A version that can't read one refuses the whole file. All of them read h, m, s and ms in lower case.",
    "only its author knows what was meant"))
{
    private static readonly string[] Durations = ["interval", "timeout", "start_period", "start_interval"];

    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            foreach (var key in Durations)
            {
                if (Look(service, context, "healthcheck", key) is { } finding)
                {
                    yield return finding;
                }
            }

            if (Look(service, context, "stop_grace_period") is { } grace)
            {
                yield return grace;
            }
        }
    }

    private Finding? Look(ProjectService service, ComposeLintContext context, params string[] path)
    {
        if (service.Get(path) is not { Value.Text: { } written } place || ComposeVariables.Expand(written, context.Project.Variable) is not { } text)
        {
            return null;
        }

        if (ComposeDuration.Parse(text) is { Ticks: >= 0 } && !text.Contains('µ', StringComparison.Ordinal))
        {
            return null;
        }

        var fix = Meant(text) is { } meant && written == text
            ? Change(context, place, $"{meant} is what {text} can only mean", path.AsSpan(..^1), (path[^1], NewValue.Word(meant)))
            : Fix.Refused(Info.Refusal);
        return At(place.Document, place.Value.Source, $"{text} is no duration for every version of Compose", fix);
    }

    /// <summary>Seconds where no unit is given, days as hours, units in lower case.</summary>
    private static string? Meant(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return $"{seconds}s";
        }

        var lower = text.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal).Replace("µ", "u", StringComparison.Ordinal);
        if (lower.EndsWith('d') && int.TryParse(lower[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days))
        {
            return $"{days * 24}h";
        }

        return lower != text && ComposeDuration.Parse(lower) is { Ticks: >= 0 } ? lower : null;
    }
}
