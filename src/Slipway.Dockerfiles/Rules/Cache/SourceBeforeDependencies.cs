using Slipway.Dockerfiles.CacheMounts;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Packages;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>Sources are copied before the dependencies are installed.</summary>
internal sealed class SourceBeforeDependencies() : StageRule(new(
    "SLD101",
    Severity.Warning,
    "Install dependencies before copying sources",
    "A step is built anew as soon as something before it changed. With the sources in front, every commit downloads and installs all dependencies again."))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        // What an earlier step has fetched, a later one only adds to.
        var fetched = stage.Chain().Skip(1).SelectMany(s => s.Steps).SelectMany(s => s.Calls).Where(c => c.ReadsManifest).Select(c => c.Manager).ToHashSet();
        foreach (var run in stage.Steps.Where(s => s.Is("RUN")))
        {
            foreach (var call in run.Calls.Where(c => c.ReadsManifest).DistinctBy(c => c.Manager))
            {
                if (!fetched.Add(call.Manager) || (call.Compiles && IsMounted(run, call)))
                {
                    continue;
                }

                var copies = stage.Steps.Take(run.Index)
                    .Where(s => CopyMap.CopiesContext(s) && CopyMap.Sources(s).Any(p => !IsManifest(stage, call, p)))
                    .ToList();
                if (copies.Count == 0)
                {
                    continue;
                }

                yield return At(
                    context,
                    copies[0].Instruction.Span,
                    $"{copies[0].Instruction.Keyword} {string.Join(' ', CopyMap.Sources(copies[0]))} comes before {call.Manager} installs the dependencies in "
                        + $"line {context.Source.PositionOf(call.Command.Span.Start).Line}: each change of it installs them anew",
                    DependencyReorder.Of(context, stage, copies[0], run, call));
            }
        }
    }

    private static bool IsMounted(Step run, PackageCall call) =>
        CacheMount.Of(run.Instruction).Any(m => m.Type == "cache") && CachePlace.Of(call.Manager, run).Folders.Any(f => CacheMount.Covers(run, f));

    // What names the dependencies of another package manager changes as rarely.
    private static bool IsManifest(Stage stage, PackageCall call, string source) =>
        !CopyMap.IsWhole(source) && (call.IsManifest(source) || stage.Steps.Any(s => s.Is("RUN") && s.Calls.Any(c => c.ReadsManifest && c.IsManifest(source))));
}
