using System.Collections.Immutable;
using Slipway.Databases.Python;

namespace Slipway.Databases.Alembic;

/// <summary>Reads a versions folder and puts its revisions in order.</summary>
internal static class AlembicReader
{
    public static AlembicReading Read(IEnumerable<MigrationFile> files)
    {
        var problems = new List<DatabaseProblem>();
        var revisions = new Dictionary<string, AlembicRevision>(StringComparer.Ordinal);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (ReadOne(file, problems) is not { } revision) continue;
            if (!revisions.TryAdd(revision.Id, revision))
            {
                problems.Add(new(
                    Place(revision), $"the revision {revision.Id} is already in {Place(revisions[revision.Id])}", "give one of them another revision"));
            }
        }

        CheckParents(revisions, problems);
        if (problems.Count > 0) return new(null, [.. problems]);

        var ordered = Order(revisions, problems);
        var heads = Heads(revisions.Values);
        if (heads.Length > 1 && problems.Count == 0) problems.Add(SeveralHeads(revisions, heads));

        return problems.Count > 0 ? new(null, [.. problems]) : new(new(ordered, heads), []);
    }

    private static AlembicRevision? ReadOne(MigrationFile file, List<DatabaseProblem> problems)
    {
        var python = new PythonFile(file.Text);
        if (python.Assignment("revision") is not { } at) return null;

        var line = python.Tokens[at].Line;
        if (python.StringAt(at) is not { Length: > 0 } id)
        {
            problems.Add(new($"{file.Path}:{line}", "the revision is not written out as a string", "write it as alembic generates it"));
            return null;
        }

        var parents = ImmutableArray<string>.Empty;
        if (python.Assignment("down_revision") is { } down && !TryReadParents(python, down, out parents))
        {
            problems.Add(new(
                $"{file.Path}:{python.Tokens[down].Line}",
                "down_revision is neither None nor strings that are written out",
                "write it as alembic generates it"));
            return null;
        }

        return new(id, parents, file.Path, line, ContractionFinder.Find(file.Path, python));
    }

    private static bool TryReadParents(PythonFile python, int at, out ImmutableArray<string> parents)
    {
        var tokens = python.Tokens;
        parents = [];
        if (tokens[at].IsName("None")) return true;
        if (python.StringAt(at) is { } single)
        {
            parents = [single];
            return true;
        }

        if (!tokens[at].Is('(') && !tokens[at].Is('[')) return false;

        var found = ImmutableArray.CreateBuilder<string>();
        for (var index = at + 1; index < tokens.Count && tokens[index].Depth > tokens[at].Depth; index++)
        {
            if (tokens[index].Kind == PythonTokenKind.String) found.Add(tokens[index].Text);
            else if (!tokens[index].Is(',')) return false;
        }

        parents = found.ToImmutable();
        return true;
    }

    private static void CheckParents(Dictionary<string, AlembicRevision> revisions, List<DatabaseProblem> problems)
    {
        foreach (var revision in revisions.Values)
        {
            foreach (var parent in revision.Parents.Where(parent => !revisions.ContainsKey(parent)))
            {
                problems.Add(new(Place(revision), $"it follows {parent}, which no file has", "add the missing migration to the folder"));
            }
        }
    }

    private static ImmutableArray<AlembicRevision> Order(Dictionary<string, AlembicRevision> revisions, List<DatabaseProblem> problems)
    {
        var ordered = ImmutableArray.CreateBuilder<AlembicRevision>(revisions.Count);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var waiting = revisions.Values.ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(revision => revision.Parents.All(done.Contains)).ToList();
            if (ready.Count == 0)
            {
                problems.Add(new(
                    Place(waiting[0]),
                    $"the migrations {string.Join(", ", waiting.Select(revision => revision.Id))} follow each other in a circle, or follow one",
                    "correct their down_revision"));
                break;
            }

            ordered.AddRange(ready);
            done.UnionWith(ready.Select(revision => revision.Id));
            waiting.RemoveAll(revision => done.Contains(revision.Id));
        }

        return ordered.ToImmutable();
    }

    private static ImmutableArray<string> Heads(IReadOnlyCollection<AlembicRevision> revisions)
    {
        var followed = revisions.SelectMany(revision => revision.Parents).ToHashSet(StringComparer.Ordinal);
        return [.. revisions.Select(revision => revision.Id).Where(id => !followed.Contains(id)).Order(StringComparer.Ordinal)];
    }

    private static DatabaseProblem SeveralHeads(Dictionary<string, AlembicRevision> revisions, ImmutableArray<string> heads) => new(
        Place(revisions[heads[^1]]),
        $"there are {heads.Length} heads ({string.Join(", ", heads.Select(head => $"{head} in {Place(revisions[head])}"))}), so `alembic upgrade head` fails",
        "join them with `alembic merge heads`");

    private static string Place(AlembicRevision revision) => $"{revision.File}:{revision.Line}";
}
