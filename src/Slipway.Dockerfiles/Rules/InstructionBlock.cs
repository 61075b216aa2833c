using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Rules;

/// <summary>The lines of an instruction with the comments right above it, which move along with it.</summary>
internal static class InstructionBlock
{
    public static TextSpan Of(LintContext context, Instruction instruction)
    {
        var start = instruction.Lines.Start;
        foreach (var comment in instruction.Comments.Reverse())
        {
            var line = context.Source.LineSpan(comment.Line);
            if (line.End != start)
            {
                break;
            }

            start = line.Start;
        }

        return TextSpan.Between(start, instruction.Lines.End);
    }

    /// <summary>The lines as they are written elsewhere: with a line break at their end.</summary>
    public static string Text(LintContext context, TextSpan block)
    {
        var text = context.Source.Slice(block);
        return text.EndsWith('\n') ? text : text + context.Source.NewLine;
    }
}
