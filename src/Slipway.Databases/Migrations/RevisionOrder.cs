using System.Collections.Immutable;

namespace Slipway.Databases.Migrations;

/// <summary>Puts revisions in order, each after those that it builds on, or says why there is none.</summary>
/// <param name="words">The tool's words for what is wrong.</param>
/// <param name="problems">What is wrong already; what else is wrong is added.</param>
internal sealed class RevisionOrder(RevisionWords words, List<DatabaseProblem> problems)
{
    private readonly Dictionary<string, MigrationRevision> _revisions = new(StringComparer.Ordinal);

    public void Add(MigrationRevision revision)
    {
        if (!_revisions.TryAdd(revision.Id, revision))
        {
            problems.Add(new(
                Place(revision), $"the revision {revision.Id} is already in {Place(_revisions[revision.Id])}", "give one of them another revision"));
        }
    }

    /// <summary>The history of all that was added, or every problem.</summary>
    public MigrationReading ToReading()
    {
        CheckParents();
        if (problems.Count > 0)
        {
            return new(null, [.. problems]);
        }

        var ordered = Order();
        var heads = Heads();
        if (heads.Length > 1 && problems.Count == 0)
        {
            problems.Add(SeveralHeads(heads));
        }

        return problems.Count > 0 ? new(null, [.. problems]) : new(new(ordered, heads), []);
    }

    private void CheckParents()
    {
        foreach (var revision in _revisions.Values)
        {
            foreach (var parent in revision.Parents.Where(p => !_revisions.ContainsKey(p)))
            {
                problems.Add(new(Place(revision), $"it follows {parent}, which no file has", "add the missing migration to the folder"));
            }
        }
    }

    private ImmutableArray<MigrationRevision> Order()
    {
        var ordered = ImmutableArray.CreateBuilder<MigrationRevision>(_revisions.Count);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var waiting = _revisions.Values.ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(r => r.Parents.All(done.Contains)).ToList();
            if (ready.Count == 0)
            {
                problems.Add(new(
                    Place(waiting[0]),
                    $"the migrations {string.Join(", ", waiting.Select(r => r.Id))} follow each other in a circle, or follow one",
                    words.Circle));
                break;
            }

            ordered.AddRange(ready);
            done.UnionWith(ready.Select(r => r.Id));
            waiting.RemoveAll(r => done.Contains(r.Id));
        }

        return ordered.ToImmutable();
    }

    private ImmutableArray<string> Heads()
    {
        var followed = _revisions.Values.SelectMany(r => r.Parents).ToHashSet(StringComparer.Ordinal);
        return [.. _revisions.Keys.Where(i => !followed.Contains(i)).Order(StringComparer.Ordinal)];
    }

    private DatabaseProblem SeveralHeads(ImmutableArray<string> heads) => new(
        Place(_revisions[heads[^1]]),
        $"there are {heads.Length} heads ({string.Join(", ", heads.Select(h => $"{h} in {Place(_revisions[h])}"))}), so {words.Fails}",
        words.Join);

    private static string Place(MigrationRevision revision) => $"{revision.File}:{revision.Line}";
}
