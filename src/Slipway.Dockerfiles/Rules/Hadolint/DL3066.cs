using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>A user by name.</summary>
internal sealed class DL3066()
    : StepRule(new(
        "DL3066", Severity.Info, "Name users by number",
        "A host that wants to know whether the user is root can't look up a name that only the image knows.", "the number of the user isn't known here"),
        "USER")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        if (step.Instruction.Words is [var word]
            && word.Text.Split(':')[0] is var user
            && !user.All(char.IsAsciiDigit)
            && !step.Before.Arguments.Keys.Any(a => user.Contains("$" + a, StringComparison.Ordinal) || user.Contains("${" + a, StringComparison.Ordinal)))
        {
            yield return At(context, word.Span, $"{user} is a name");
        }
    }
}
