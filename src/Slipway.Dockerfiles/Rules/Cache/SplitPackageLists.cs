using Slipway.Dockerfiles.CacheMounts;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Packages;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>Package lists are fetched in one layer and used in another.</summary>
internal sealed class SplitPackageLists() : StageRule(new(
    "SLD107",
    Severity.Warning,
    "Fetch package lists in the step that installs from them",
    "The step that fetches the lists stays cached while the list of packages changes, so that old lists name packages which their server no longer has."))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        foreach (var run in stage.Steps.Where(s => s.Is("RUN")))
        {
            var (manager, verb) = run.Script.Commands.FirstOrDefault(IsUpdate) is { } update
                ? (update.Name == "apt" ? "apt-get" : update.Name, update)
                : (string.Empty, null);
            if (verb is null || run.Script.Commands.SkipWhile(c => c != verb).Any(c => PackageCalls.Of(c)?.Manager.Name == manager))
            {
                continue;
            }

            if (CachePlace.Of(manager == "apk" ? PackageManagers.Apk : PackageManagers.Apt, run).Folders.Any(f => CacheMount.Covers(run, f)))
            {
                continue;
            }

            var next = stage.Steps.Skip(run.Index + 1).FirstOrDefault(s => s.Is("RUN") && s.Calls.Any(c => c.Manager.Name == manager));
            if (next is null || next.Script.Commands.TakeWhile(c => PackageCalls.Of(c) is null).Any(IsUpdate))
            {
                continue;
            }

            yield return At(
                context, verb.Span,
                $"{verb} stands in another step than the installation in line {context.Source.PositionOf(next.Instruction.Span.Start).Line}",
                Join(context, stage, run, next));
        }
    }

    private static bool IsUpdate(Shell.ShellCommand command) => command.Name is "apt-get" or "apt" or "apk" && command.Verb == "update";

    private static Fix Join(LintContext context, Stage stage, Step run, Step next)
    {
        if (next.Index != run.Index + 1)
        {
            return Fix.Refused("other steps stand in between");
        }

        if (!CommandChain.IsList(run) || !CommandChain.IsList(next) || run.Instruction.Heredocs.Count + next.Instruction.Heredocs.Count > 0)
        {
            return Fix.Refused("one of the steps is more than a list of commands");
        }

        if (run.Instruction.Flags.Count + next.Instruction.Flags.Count > 0)
        {
            return Fix.Refused("the steps have flags");
        }

        if (run.Script.Commands.Any(c => !IsUpdate(c)))
        {
            return Fix.Refused("the step does more than fetch the lists");
        }

        if (next.Script.Top.Skip(1).Any(c => c.Joint != "&&"))
        {
            return Fix.Refused("the installation goes on when one of its commands fails");
        }

        // Comments between the steps stay where they are, as comments within the joined one; empty lines can't stay there.
        var last = run.Instruction.Words[0].Content;
        var between = TextSpan.Between(last.Span.End, next.Instruction.Words[0].Span.Start);
        var comments = context.File.Comments.Where(c => c.Span.Start >= between.Start && c.Span.End <= between.End).ToList();
        var line = context.Source.NewLine;
        var text = $" {context.File.Escape}{line}{string.Concat(comments.Select(c => context.Source.Slice(context.Source.LineSpan(c.Line))))}    && ";
        return Fix.Of("one step, so that the lists are as new as the installation", new TextEdit(between, text));
    }
}
