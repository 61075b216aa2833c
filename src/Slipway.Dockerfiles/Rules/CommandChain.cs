using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Rules;

/// <summary>Takes commands out of a RUN.</summary>
internal static class CommandChain
{
    /// <summary>The edit that takes a command out of a list of commands.</summary>
    /// <returns>The edit, or null when more than the command would change.</returns>
    public static TextEdit? Removal(Step step, ShellCommand command)
    {
        var top = step.Script.Top.ToList();
        var index = top.IndexOf(command);
        if (index < 0 || top.Count < 2 || step.Instruction.IsJson || !IsList(step))
        {
            return null;
        }

        var next = index + 1 < top.Count ? top[index + 1] : null;
        if (!Links(command.Joint) || (next is not null && !Links(next.Joint)) || (index == 0 && next is null))
        {
            return null;
        }

        var span = index > 0 ? TextSpan.Between(top[index - 1].Span.End, command.Span.End) : TextSpan.Between(command.Span.Start, next!.Span.Start);
        // The word before may end in something that belongs to the joint, such as a closing quote: then the span isn't clean.
        return step.Instruction.InnerComments.Any(c => c.Span.Start >= span.Start && c.Span.Start < span.End) || step.Script.HasComment
            ? null
            : TextEdit.Delete(span);
    }

    /// <summary>Whether a RUN is a mere list of commands of which one can be taken or put in front.</summary>
    public static bool IsList(Step step) =>
        step.Script.Top.Any() && !step.Script.HasComment && step.Script.Commands.All(c => c.Depth == 0) && !step.Instruction.IsJson;

    private static bool Links(string joint) => joint is "" or "&&" or ";";
}
