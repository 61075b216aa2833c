using System.Collections.Immutable;
using Slipway.Databases.Python;

namespace Slipway.Databases.Migrations.Alembic;

/// <summary>Reads a versions folder. Files without a revision, such as <c>__init__.py</c>, are no migrations.</summary>
internal static class AlembicReader
{
    private static readonly RevisionWords Words = new("correct their down_revision", "`alembic upgrade head` fails", "join them with `alembic merge heads`");

    public static MigrationReading Read(IEnumerable<MigrationFile> files)
    {
        var problems = new List<DatabaseProblem>();
        var order = new RevisionOrder(Words, problems);
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            if (ReadOne(file, problems) is { } revision)
            {
                order.Add(revision);
            }
        }

        return order.ToReading();
    }

    private static MigrationRevision? ReadOne(MigrationFile file, List<DatabaseProblem> problems)
    {
        var python = new PythonFile(file.Text);
        if (python.Assignment("revision") is not { } at)
        {
            return null;
        }

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
        if (tokens[at].IsName("None"))
        {
            return true;
        }

        if (python.StringAt(at) is { } single)
        {
            parents = [single];
            return true;
        }

        if (!tokens[at].Is('(') && !tokens[at].Is('['))
        {
            return false;
        }

        var found = ImmutableArray.CreateBuilder<string>();
        for (var index = at + 1; index < tokens.Count && tokens[index].Depth > tokens[at].Depth; index++)
        {
            if (tokens[index].Kind == PythonTokenKind.String)
            {
                found.Add(tokens[index].Text);
            }
            else if (!tokens[index].Is(','))
            {
                return false;
            }
        }

        parents = found.ToImmutable();
        return true;
    }
}
