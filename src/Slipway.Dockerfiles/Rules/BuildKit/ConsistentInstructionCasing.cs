using Slipway.Dockerfiles.Contexts;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>Instructions in different cases.</summary>
internal sealed class ConsistentInstructionCasing()
    : DockerfileRule(new("ConsistentInstructionCasing", Severity.Warning, "Write all instructions in one case", "So that they are found at a glance."))
{
    public override IEnumerable<Finding> Check(LintContext context)
    {
        var instructions = context.File.Instructions;
        var lower = instructions.Count(i => Casing.Of(i.Keyword) == true);
        var upper = instructions.Count(i => Casing.Of(i.Keyword) == false);
        foreach (var instruction in instructions)
        {
            var wanted = lower > upper ? instruction.Keyword.ToLowerInvariant() : instruction.Keyword.ToUpperInvariant();
            if (instruction.Keyword != wanted)
            {
                yield return At(
                    context, instruction.KeywordSpan, $"{instruction.Keyword} among instructions in {(lower > upper ? "lower" : "upper")} case",
                    Fix.Replace("the same instruction in the case of the others", instruction.KeywordSpan, wanted));
            }
        }
    }
}
