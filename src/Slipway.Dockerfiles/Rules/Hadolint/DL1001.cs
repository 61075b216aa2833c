using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Silencing;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>Rules are silenced within the file.</summary>
internal sealed class DL1001()
    : DockerfileRule(new(
        "DL1001", Severity.Off, "Don't silence rules in comments",
        "An exception in a comment is overlooked; the configuration file has all of them in one place.", "why the rule is silenced is for the authors to say"))
{
    public override IEnumerable<Finding> Check(LintContext context) =>
        context.File.Comments.Where(Pragmas.IsInline).Select(c => At(context, c.Span, "this comment silences rules for the next instruction"));
}
