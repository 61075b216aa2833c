using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>An argument that changes with every build stands before costly steps.</summary>
internal sealed class BustingArgument() : StageRule(new(
    "SLD104",
    Severity.Warning,
    "Declare what changes with every build after the costly steps",
    "The arguments and variables declared before a RUN are part of its cache key: a new version number there runs all steps below it again."))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        foreach (var step in stage.Steps.Where(s => s.Is("ARG") && s.Instruction.Pairs is [_]))
        {
            var name = step.Instruction.Pairs[0].Key.Text;
            var costly = stage.Steps.Skip(step.Index + 1).LastOrDefault(s => s.Is("RUN") && s.Calls.Any());
            if (!VersionArguments.Contains(name) || costly is null)
            {
                continue;
            }

            yield return At(
                context,
                step.Instruction.Span,
                $"{name} changes with every build and stands before the installation in line {context.Source.PositionOf(costly.Instruction.Span.Start).Line}",
                Move(context, stage, step, costly, name));
        }
    }

    private static Fix Move(LintContext context, Stage stage, Step argument, Step costly, string name)
    {
        var crossed = stage.Steps.Skip(argument.Index + 1).Take(costly.Index - argument.Index).ToList();
        var moved = new List<Step> { argument };
        moved.AddRange(crossed.Where(s => s.Is("ENV") && s.Instruction.Pairs.Count == 1 && Mentions(s, name)));
        var names = moved.Skip(1).Select(s => s.Instruction.Pairs[0].Key.Text).Append(name).ToList();
        if (crossed.Except(moved).FirstOrDefault(s => names.Any(n => Mentions(s, n))) is { } user)
        {
            return Refuse(user, "uses it");
        }

        if (crossed.Where(s => s.Is("RUN")).FirstOrDefault(s => KnownCommands.WhyUncertain(s) is not null) is { } unknown)
        {
            return Refuse(unknown, "may read it");
        }

        if (crossed.Where(s => s.Is("RUN")).FirstOrDefault(s => s.Calls.Any(c => NodeManifests.RunsScripts(context.Build, c))) is { } scripts)
        {
            return Refuse(scripts, "runs the scripts of package.json, which may read it");
        }

        if (crossed.Any(s => s.Is("ONBUILD")))
        {
            return Fix.Refused("an ONBUILD stands in between");
        }

        var blocks = moved.Select(s => InstructionBlock.Of(context, s.Instruction)).ToList();
        var text = string.Concat(blocks.Select(b => InstructionBlock.Text(context, b)));
        var end = costly.Instruction.Lines.End;
        var missing = context.Source.Text[end - 1] == '\n' ? string.Empty : context.Source.NewLine;
        return Fix.Of(
            $"declares {string.Join(" and ", names.Distinct())} after the last installation; none of the steps in between reads it",
            [.. blocks.Select(TextEdit.Delete), TextEdit.Insert(end, missing + text)]);

        Fix Refuse(Step step, string what) =>
            Fix.Refused($"{step.Instruction.Name} in line {context.Source.PositionOf(step.Instruction.Span.Start).Line} {what}");
    }

    private static bool Mentions(Step step, string name) =>
        step.Instruction.Logical.Text.Contains(name, StringComparison.Ordinal)
            || step.Instruction.Heredocs.Any(h => h.Content.Text.Contains(name, StringComparison.Ordinal));
}
