using System.Collections.Immutable;
using Slipway.Databases.Python;
using Slipway.Databases.Sql;

namespace Slipway.Databases.Migrations.Alembic;

/// <summary>
/// Finds what a migration's <c>upgrade()</c> takes away from, or demands of, the release that is still running.
/// What is done to a table that the same migration creates harms nobody.
/// </summary>
internal sealed class ContractionFinder(string file, PythonFile python)
{
    private readonly ImmutableArray<Contraction>.Builder _found = ImmutableArray.CreateBuilder<Contraction>();
    private readonly HashSet<string> _created = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _batches = new(StringComparer.Ordinal);

    public static ImmutableArray<Contraction> Find(string file, PythonFile python)
    {
        var finder = new ContractionFinder(file, python);
        foreach (var body in python.Reachable("upgrade"))
        {
            finder.Visit(body);
        }

        return finder._found.ToImmutable();
    }

    private void Visit(Range body)
    {
        var tokens = python.Tokens;
        for (var index = body.Start.Value + 1; index + 1 < body.End.Value; index++)
        {
            if (tokens[index].Kind != PythonTokenKind.Name || !tokens[index - 1].Is('.') || !tokens[index + 1].Is('('))
            {
                continue;
            }

            var call = new PythonCall(tokens, index);
            if (call.Name == "batch_alter_table")
            {
                NoteBatch(call);
            }
            else if (call.Name is "execute" or "exec_driver_sql")
            {
                VisitSql(call, index + 2);
            }
            else
            {
                VisitOperation(call);
            }
        }
    }

    /// <summary><c>with op.batch_alter_table("users") as batch_op:</c> names the table of what follows.</summary>
    private void NoteBatch(PythonCall call)
    {
        var tokens = python.Tokens;
        if (call.Names.FirstOrDefault() is { } table
            && call.End + 2 < tokens.Count && tokens[call.End + 1].IsName("as"))
        {
            _batches[tokens[call.End + 2].Text] = table;
        }
    }

    private void VisitOperation(PythonCall call)
    {
        var names = call.Names.ToImmutableArray();
        if (_batches.TryGetValue(call.Receiver, out var batch))
        {
            names = names.Insert(Math.Min(NamesTable(call.Name), names.Length), batch);
        }

        if (call.Name == "create_table" && names.Length > 0)
        {
            _created.Add(names[0]);
        }

        var table = names.ElementAtOrDefault(NamesTable(call.Name)) ?? "";
        if (Reason(call, names) is { } reason && !_created.Contains(table))
        {
            Add(call.Line, reason);
        }
    }

    /// <summary>Which of the names is the table's.</summary>
    private static int NamesTable(string operation) => operation
        is "create_index" or "drop_constraint" or "create_unique_constraint" or "create_check_constraint"
        or "create_foreign_key" or "create_primary_key" or "create_exclude_constraint" ? 1 : 0;

    private static string? Reason(PythonCall call, ImmutableArray<string> names)
    {
        var what = $"{call.Name} {string.Join('.', names.Take(2))}".TrimEnd();
        return call.Name switch
        {
            "drop_column" or "drop_table" or "rename_table" or "drop_entity" or "drop_all" => what,
            "create_unique_constraint" or "create_check_constraint" or "create_foreign_key"
                or "create_primary_key" or "create_exclude_constraint" => what,
            "create_index" when call.Says("unique", "True") => $"{what} (unique)",
            "drop_constraint" when !IsLoosening(call, names) => what,
            "add_column" when call.Says("nullable", "False") && !call.Mentions("server_default") && !call.Mentions("identity")
                => $"{what} (NOT NULL without a server default)",
            "alter_column" => AlterReason(call, what),
            _ => null,
        };
    }

    private static string? AlterReason(PythonCall call, string what) => call switch
    {
        _ when call.Keyword("new_column_name") is not null => $"{what} (renames it)",
        _ when call.Keyword("type_") is not null => $"{what} (changes its type)",
        _ when call.Keyword("nullable") is { } nullable && !nullable.IsName("True") => $"{what} (sets NOT NULL)",
        _ when call.Keyword("server_default") is { } value && (value.IsName("None") || value.IsName("False")) => $"{what} (drops its default)",
        _ => null,
    };

    /// <summary>Without a foreign key or check more rows are allowed; without a key, <c>ON CONFLICT</c> of the old release fails.</summary>
    private static bool IsLoosening(PythonCall call, ImmutableArray<string> names) => call.Keyword("type_") is { } type
        ? type.Text is "foreignkey" or "check"
        : names.FirstOrDefault() is { } name && SqlContractions.IsLooseningName(name);

    private void VisitSql(PythonCall call, int argument)
    {
        if (Literal(call, argument) is { } text)
        {
            foreach (var reason in SqlContractions.Find(text, _created))
            {
                Add(call.Line, reason);
            }

            return;
        }

        // An expression of SQLAlchemy changes rows, never the schema.
        if (call.Arguments.Any(t => t.Kind == PythonTokenKind.Name && t.Text is "update" or "insert" or "delete" or "select" or "values"))
        {
            return;
        }

        Add(call.Line, "SQL that is not written out in the migration, so that nobody can tell what it does");
    }

    /// <summary>The SQL of a call: a string, a string in <c>text(...)</c>, or a name that a string was assigned to.</summary>
    private string? Literal(PythonCall call, int argument)
    {
        var first = call.Arguments.SkipWhile(IsWrapping).FirstOrDefault();
        if (first.IsString)
        {
            // A format string that begins with its placeholder doesn't even say what kind of statement it is.
            return first.Kind == PythonTokenKind.FormatString && first.Text.TrimStart().StartsWith('{')
                ? null
                : string.Join(" ", call.Arguments.Where(t => t.IsString).Select(t => t.Text));
        }

        var names = call.Arguments.Where(t => t.Kind == PythonTokenKind.Name && !IsWrapping(t)).ToList();
        if (names.Count != 1)
        {
            return null;
        }

        for (var index = 0; index + 2 < argument; index++)
        {
            if (python.Tokens[index].IsName(names[0].Text) && python.Tokens[index + 1].Is('='))
            {
                return python.StringAt(index + 2);
            }
        }

        return null;
    }

    /// <summary>What may stand around a statement that is written out: <c>sa.text("...")</c>.</summary>
    private static bool IsWrapping(PythonToken token) => token.Is('(') || token.Is('.')
        || (token.Kind == PythonTokenKind.Name && token.Text is "sa" or "sqlalchemy" or "text" or "DDL" or "textwrap" or "dedent");

    private void Add(int line, string what) => _found.Add(new(what, file, line));
}
