using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>A package manager is called without the option that answers its question.</summary>
/// <param name="info">What it is about.</param>
/// <param name="names">The package managers.</param>
/// <param name="verbs">The verbs that ask.</param>
/// <param name="options">The options that answer, without dashes.</param>
internal abstract class YesRule(RuleInfo info, string[] names, string[] verbs, string[] options) : CommandRule(info)
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step, ShellCommand command)
    {
        // Not only the first word: dnf module install.
        if (!names.Contains(command.Name)
            || command.Arguments.FirstOrDefault(w => verbs.Contains(w.Text)) is not { } verb
            || command.HasOption(options)
            || AnswersOtherwise(command))
        {
            yield break;
        }

        yield return At(
            context,
            command.Span,
            $"{command.Name} {verb.Text} asks before it does anything, and nobody answers",
            step.Instruction.IsJson || !verb.IsPlain
                ? null
                : Fix.Of("answers the question that nobody can answer during a build", TextEdit.Insert(verb.Span.End, " -y")));
    }

    protected virtual bool AnswersOtherwise(ShellCommand command) => false;
}
