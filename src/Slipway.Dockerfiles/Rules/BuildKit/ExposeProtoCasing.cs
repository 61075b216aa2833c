using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>EXPOSE with a protocol in capitals.</summary>
internal sealed class ExposeProtoCasing()
    : StepRule(new(
        "ExposeProtoCasing", Severity.Warning, "Write the protocol of a port in lower case", "Programs that read the image look for tcp and udp."), "EXPOSE")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        foreach (var word in step.Instruction.Words.Where(w => w.Text.Contains('/', StringComparison.Ordinal) && w.Text == w.Text.Trim('"')))
        {
            var protocol = word.Text[(word.Text.IndexOf('/', StringComparison.Ordinal) + 1)..];
            if (protocol.Any(char.IsAsciiLetterUpper) && !protocol.Contains('$', StringComparison.Ordinal))
            {
                yield return At(
                    context, word.Span, $"{protocol} in capitals",
                    Fix.Replace("the same protocol", TextSpan.Between(word.Span.End - protocol.Length, word.Span.End), protocol.ToLowerInvariant()));
            }
        }
    }
}
