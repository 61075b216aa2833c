using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>Ports that don't exist.</summary>
internal sealed class DL3011()
    : StepRule(new("DL3011", Severity.Error, "Expose ports from 0 to 65535", "There is no such port.", "which port was meant isn't known"), "EXPOSE")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step) =>
        step.Instruction.Words
            .Where(w => w.Text.Split('/')[0].Split('-', ':').Any(p => p.Length > 0 && p.All(char.IsAsciiDigit) && !ushort.TryParse(p, out _)))
            .Select(w => At(context, w.Span, $"{w.Text} is no port"));
}
