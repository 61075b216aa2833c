using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>A pipe whose failures go unnoticed.</summary>
internal sealed class DL4006()
    : StepRule(new(
        "DL4006", Severity.Warning, "Set pipefail before a RUN with a pipe",
        "Only the last command of a pipe can fail the step: a broken download makes an image that looks fine.",
        "whether the base image has a shell that knows pipefail can't be seen"), "RUN")
{
    private static readonly string[] Capable = ["bash", "zsh", "ash"];
    private static readonly string[] Others = ["pwsh", "powershell", "cmd"];

    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        var isSafe = step.Before.Shell is { Count: > 0 } shell
            && ((Capable.Contains(shell[0][(shell[0].LastIndexOf('/') + 1)..])
                    && shell.Any(w => w == "pipefail" || (w.StartsWith('-') && w.Contains("pipefail", StringComparison.Ordinal))))
                || Others.Any(o => shell[0].Contains(o, StringComparison.OrdinalIgnoreCase)));
        if (isSafe
            || step.Script.Commands.FirstOrDefault(c => c.Joint == "|") is not { } piped
            || step.Script.Commands.Any(c => c.Name == "set" && c.Words.Any(w => w.Text == "pipefail")))
        {
            yield break;
        }

        yield return At(context, piped.Span, "what fails before the pipe goes unnoticed");
    }
}
