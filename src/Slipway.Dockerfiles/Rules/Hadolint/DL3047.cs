using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>wget that draws its progress.</summary>
internal sealed class DL3047()
    : CommandRule(new(
        "DL3047", Severity.Info, "Call wget with --progress=dot:giga", "The progress bar of a large download makes thousands of lines in the build's log."))
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step, ShellCommand command)
    {
        if (command.Name != "wget"
            || command.HasOption("progress", "q", "quiet", "o", "output-file", "a", "append-output", "no-verbose", "nv", "version", "help"))
        {
            yield break;
        }

        var installsGnu = step.Stage.Chain()
            .SelectMany(s => s.Steps)
            .SelectMany(s => s.Calls)
            .Any(c => c.Manager.Name is "apt-get" or "dnf" or "yum" && c.Command.Words.Any(w => w.Text == "wget"));
        yield return At(context, command.Span, "wget draws a progress bar into the log", installsGnu && !step.Instruction.IsJson
            ? Fix.Of("the same download with a dot for each 32 MB", TextEdit.Insert(command.Words[0].Span.End, " --progress=dot:giga"))
            : Fix.Refused("the wget of busybox doesn't know the option, and which one this is can't be seen"));
    }
}
