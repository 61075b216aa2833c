using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.StartUp;

/// <summary>A health check that learns late that the container is ready.</summary>
internal sealed class SlowHealthCheck() : StepRule(
    new(
        "SLD205",
        Severity.Warning,
        "Look at the health of a starting container often",
        "The first look comes after one whole interval, so a deployment waits that long for a container that was ready long ago."),
    "HEALTHCHECK")
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(5);

    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        var instruction = step.Instruction;
        if (instruction.Words is [] or [{ Text: "NONE" or "none" }, ..] || instruction.Flag("start-interval") is not null)
        {
            yield break;
        }

        var interval = GoDuration.Parse(instruction.Flag("interval")?.Value) is { Ticks: > 0 } given ? given : TimeSpan.FromSeconds(30);
        if (interval > Quick)
        {
            yield return At(
                context, instruction.Span, $"the first look comes after {interval.TotalSeconds:0.###} s, and there is no --start-interval",
                FixOf(context, step));
        }
    }

    private static Fix FixOf(LintContext context, Step step)
    {
        if (context.File.DirectiveValue("syntax") is { } syntax && !IsNew(syntax))
        {
            return Fix.Refused($"{syntax} doesn't know --start-interval; docker/dockerfile:1 does");
        }

        var start = step.Instruction.Flag("start-period") is null ? " --start-period=30s" : string.Empty;
        return Fix.Of(
            "looks every second until the container is healthy, for 30 s at most, and as rarely as before from then on",
            TextEdit.Insert(step.Instruction.KeywordSpan.End, start + " --start-interval=1s"));
    }

    private static bool IsNew(string syntax)
    {
        var tag = syntax[(syntax.LastIndexOf('/') + 1)..].Split(':') is [_, var name] ? name.Split('-', '@')[0] : "1";
        return tag is "1" or "latest" or "labs" || (tag.Split('.') is ["1", var minor, ..] && int.TryParse(minor, out var number) && number >= 7);
    }
}
