using Slipway.Dockerfiles.CacheMounts;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Packages;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>A package manager downloads without a cache mount.</summary>
internal sealed class MissingCacheMount() : StepRule(
    new(
        "SLD102",
        Severity.Info,
        "Give the package manager a cache mount",
        "Without one, a changed list of dependencies downloads all of them again. What lies in a cache mount stays out of the image and is there for the next "
            + "build."),
    "RUN")
{
    private const string KeepCommand = "rm -f /etc/apt/apt.conf.d/docker-clean";

    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        if (WindowsStage.Is(context, step.Stage))
        {
            yield break;
        }

        foreach (var call in step.Calls.DistinctBy(c => c.Manager))
        {
            // A package index that is fetched for one command only is small, and what many do on purpose.
            if (call.Manager == PackageManagers.Apk && call.Command.HasOption("no-cache"))
            {
                continue;
            }

            var place = CachePlace.Of(call.Manager, step);
            var folders = place.Folders.Count > 0 ? place.Folders : call.Manager.Caches;
            if (folders.Any(f => CacheMount.Covers(step, f)) || (place.Refusal.Length > 0 && CacheMount.Of(step).Any(m => m.Type == "cache")))
            {
                continue;
            }

            yield return At(
                context,
                call.Command.Words[0].Span with { Length = Math.Max(1, call.Command.Words[0].Span.Length) },
                $"{call.Manager} downloads without a cache mount{(place.Folders.Count > 0 ? $" at {string.Join(" and ", place.Folders)}" : string.Empty)}",
                FixOf(context, step, call, place));
        }
    }

    private static Fix FixOf(LintContext context, Step step, PackageCall call, CachePlace place) =>
        CacheMountRefusal.Of(context, step, call, place) is { } why
            ? Fix.Refused(why)
            : Fix.Of(
                $"keeps the downloads of {call.Manager} for the next build; the image holds what it held but for the downloads",
                [TextEdit.Insert(step.Instruction.KeywordSpan.End, Mounts(call.Manager, place)), .. KeepArchives(context, step, call)]);

    private static string Mounts(PackageManager manager, CachePlace place) =>
        string.Concat(place.Folders.Select(f => $" --mount=type=cache,target={f}{(manager.NeedsLock ? ",sharing=locked" : string.Empty)}"));

    /// <summary>Debian's images delete what apt has downloaded as soon as it is installed, unless told otherwise.</summary>
    private static IEnumerable<TextEdit> KeepArchives(LintContext context, Step step, PackageCall call)
    {
        if (call.Manager != PackageManagers.Apt || step.Script.Commands.Any(c => c.ToString().Contains("docker-clean", StringComparison.Ordinal)))
        {
            yield break;
        }

        var first = step.Script.Top.First(c => c.Words.Count > 0 && !(Shell.Runners.IsShell(c.Name) && c.Operands().Count == 0));
        var inHeredoc = step.Instruction.Heredocs is [var heredoc, ..] && first.Span.Start >= heredoc.Content.Span.Start;
        var line = context.Source.LineSpan(context.Source.PositionOf(first.Span.Start).Line);
        var indent = context.Source.Text[line.Start..first.Span.Start];
        yield return inHeredoc && string.IsNullOrWhiteSpace(indent)
            ? TextEdit.Insert(line.Start, $"{indent}{KeepCommand}{context.Source.NewLine}")
            : TextEdit.Insert(first.Span.Start, KeepCommand + " && ");
    }
}
