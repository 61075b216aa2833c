using Slipway.Dockerfiles.CacheMounts;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>apk add that leaves its index in the image.</summary>
internal sealed class DL3019()
    : CommandRule(new("DL3019", Severity.Info, "Call apk add with --no-cache", "The package index stays in the image, where nobody needs it."))
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step, ShellCommand command)
    {
        if (!command.Is("apk", "add")
            || command.HasOption("no-cache")
            || CacheMount.Covers(step, "/var/cache/apk")
            || CacheMount.Covers(step, "/etc/apk/cache"))
        {
            yield break;
        }

        var verb = command.Arguments.First(w => !w.IsOption);
        yield return At(context, command.Span, "apk add leaves its index in the image", step.Instruction.IsJson || step.IsTrigger
            ? Fix.Refused("the command stands in a JSON form or in an ONBUILD")
            : Fix.Of("fetches the index for this command only; the packages are the same", TextEdit.Insert(verb.Span.End, " --no-cache")));
    }
}
