using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>EXPOSE with an address or a port of the host.</summary>
internal sealed class ExposeInvalidFormat()
    : StepRule(new(
        "ExposeInvalidFormat", Severity.Warning, "Expose ports of the container only",
        "The port of the host and its address are given when the container runs; here they are passed over."), "EXPOSE")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        foreach (var word in step.Instruction.Words.Where(
            w => w.Text.Contains(':', StringComparison.Ordinal) && !w.Text.Contains("${", StringComparison.Ordinal)))
        {
            var port = word.Text[(word.Text.LastIndexOf(':') + 1)..];
            yield return At(
                context, word.Span, $"{word.Text} names more than a port of the container",
                port.Length > 0 ? Fix.Replace("keeps the container's port, the only part that counts", word.Span, port) : Fix.Refused("there is no port"));
        }
    }
}
