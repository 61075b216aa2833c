using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.Forecasting;

/// <summary>
/// Tells which steps BuildKit takes from its cache, by the rules that it makes its keys by: a RUN by its command and
/// environment, a COPY by what it copies, and each by all before it. It remembers the builds that it has told, as the engine does.
/// </summary>
public sealed class CacheForecast
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, TreeFile>? _before;

    /// <summary>Tells a build, which comes after those told before.</summary>
    /// <param name="subject">What is built.</param>
    /// <param name="tree">The files of the context by their paths relative to it, ignored ones included.</param>
    /// <returns>
    /// The steps of the stages that the build needs, in the order of the file; null when a source to be copied is missing, so that the build fails.
    /// </returns>
    public IReadOnlyList<StepForecast>? Build(BuildSubject subject, IReadOnlyDictionary<string, TreeFile> tree)
    {
        var stages = StageReader.Read(subject.File, subject.Arguments);
        var target = subject.Target is { } name
            ? stages.LastOrDefault(s => name.Equals(s.Name, StringComparison.OrdinalIgnoreCase))
            : stages.Count > 0 ? stages[^1]
            : null;
        if (target is null)
        {
            return [];
        }

        var context = new ContextFiles(tree, subject.Ignore);
        var changed = Changed(tree);
        var keys = new StageKeys(stages, context, changed.Where(f => !subject.Ignore.Ignores(f)).ToHashSet(StringComparer.Ordinal));
        var told = keys.Needed(target).SelectMany(keys.Of).ToList();
        if (context.LacksSource)
        {
            return null;
        }

        IReadOnlyList<StepForecast> steps = [.. told.Select(t => new StepForecast(t.Step, _known.Contains(t.Key), _known.Contains(t.Key) ? [] : t.Blame))];
        _known.UnionWith(told.Select(t => t.Key));
        _before = tree;
        return steps;
    }

    private IEnumerable<string> Changed(IReadOnlyDictionary<string, TreeFile> tree) =>
        _before is null
            ? []
            : [.. tree.Where(f => _before.GetValueOrDefault(f.Key) != f.Value).Select(f => f.Key), .. _before.Keys.Where(p => !tree.ContainsKey(p))];
}
