using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>Empty lines within an instruction.</summary>
internal sealed class NoEmptyContinuation()
    : DockerfileRule(new(
        "NoEmptyContinuation", Severity.Warning, "Leave no empty line within an instruction", "The engine passes over it today and will refuse it one day."))
{
    public override IEnumerable<Finding> Check(LintContext context) =>
        context.File.Instructions.Where(i => i.EmptyLines.Count > 0).Select(i => Check(context, i));

    private Finding Check(LintContext context, Instruction instruction)
    {
        var last = context.Source.Slice(instruction.EmptyLines[^1]);
        // An empty line at the very end may be what ends the instruction, once the escape before it is taken for one.
        var isAtEnd = instruction.EmptyLines[^1].End >= instruction.Logical.OffsetOf(instruction.Logical.Length) && !last.EndsWith('\n');
        var inner = instruction.EmptyLines.Where(l => l.Start < instruction.Logical.OffsetOf(instruction.Logical.Length)).ToList();
        return At(context, instruction.EmptyLines[0], "an empty line continues the instruction", isAtEnd || inner.Count != instruction.EmptyLines.Count
            ? Fix.Refused("the empty line follows the last line of the instruction, whose escape character would then join what comes after it")
            : Fix.Of("takes out lines that mean nothing", [.. inner.Select(TextEdit.Delete)]));
    }
}
