using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>useradd with a high number.</summary>
internal sealed class DL3046()
    : CommandRule(new(
        "DL3046", Severity.Warning, "Call useradd with --no-log-init for high numbers",
        "useradd writes a sparse file as long as the number is high, which a layer stores in full."))
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step, ShellCommand command)
    {
        if (command.Name != "useradd" || command.HasOption("l", "no-log-init") || command.OptionValue("u", "uid") is not { Text.Length: > 5 } number)
        {
            yield break;
        }

        yield return At(context, command.Span, $"useradd writes a log file as long as {number.Text} is high", step.Instruction.IsJson
            ? Fix.Refused("the command stands in a JSON form")
            : Fix.Of("leaves out a log that nobody reads in a container", TextEdit.Insert(command.Words[0].Span.End, " --no-log-init")));
    }
}
