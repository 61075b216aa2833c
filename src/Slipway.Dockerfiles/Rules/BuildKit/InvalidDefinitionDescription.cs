using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>A comment before ARG or FROM that describes something else.</summary>
internal sealed class InvalidDefinitionDescription()
    : DockerfileRule(new(
        "InvalidDefinitionDescription", Severity.Off, "Begin the comment before ARG or FROM with the name that it describes",
        "docker build --call=outline shows the comment as the description.", "an empty line parts a comment that is no description from the instruction"))
{
    public override IEnumerable<Finding> Check(LintContext context)
    {
        foreach (var instruction in context.File.Instructions.Where(i => i.Comments.Count > 0 && (i.Is("ARG") || i.Is("FROM"))))
        {
            var names = Names(instruction).ToList();
            if (names.Count > 0 && !names.Contains(instruction.Comments[^1].Text.Split(' ')[0]))
            {
                yield return At(
                    context, instruction.Comments[^1].Span,
                    $"the comment before {instruction.Name} should begin with {(names.Count > 1 ? "the name of an argument" : names[0])}");
            }
        }
    }

    private static IEnumerable<string> Names(Instruction instruction) =>
        instruction.Is("ARG") ? instruction.Pairs.Select(p => p.Key.Text) : instruction.Words is [_, _, var name] ? [name.Text] : [];
}
