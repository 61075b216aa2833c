namespace Slipway.Databases.Sql;

/// <summary>
/// Tells from PostgreSQL's SQL what the release that is still running can't live with. Each rule is one that was seen
/// to break a running application; what only adds or loosens is none.
/// </summary>
internal static class SqlContractions
{
    /// <summary>Finds the contractions of a script.</summary>
    /// <param name="sql">The script.</param>
    /// <param name="created">Tables that are new and may be changed at will; those that the script creates are added.</param>
    /// <returns>Each contraction in words.</returns>
    public static IEnumerable<string> Find(string sql, ISet<string> created)
    {
        foreach (var statement in SqlWords.Statements(sql))
        {
            var words = new Statement(statement);
            if (words.Starts("CREATE", "TABLE"))
            {
                created.Add(words.NameAfter("TABLE"));
            }

            if (Reason(words, created) is { } reason)
            {
                yield return reason;
            }
        }
    }

    /// <summary>Whether a constraint's name says that it is a foreign key or a check, without which more rows are allowed.</summary>
    public static bool IsLooseningName(string name)
    {
        var lower = name.ToLowerInvariant();
        return lower.EndsWith("_fkey", StringComparison.Ordinal) || lower.EndsWith("_fk", StringComparison.Ordinal)
            || lower.StartsWith("fk_", StringComparison.Ordinal) || lower.EndsWith("_check", StringComparison.Ordinal)
            || lower.StartsWith("ck_", StringComparison.Ordinal);
    }

    private static string? Reason(Statement words, ISet<string> created)
    {
        if (words.IsBlock && words.Has("EXECUTE"))
        {
            return "DO ... EXECUTE: SQL that is put together while it runs";
        }

        if (words.Starts("ALTER", "TABLE"))
        {
            var table = words.NameAfter("TABLE");
            return created.Contains(table) ? null : AlterTable(words, table);
        }

        if (words.Starts("CREATE", "UNIQUE"))
        {
            return created.Contains(words.NameAfter("ON")) ? null : $"CREATE UNIQUE INDEX on {words.NameAfter("ON")}";
        }

        return words.First switch
        {
            "DROP" when words.Second is "TABLE" or "VIEW" or "MATERIALIZED" or "TYPE" or "FUNCTION" or "PROCEDURE" or "SEQUENCE"
                or "SCHEMA" or "DOMAIN" or "AGGREGATE" or "EXTENSION" or "OWNED" => words.Show(),
            "ALTER" when words.Has("RENAME") && words.Second is not "INDEX" => words.Show(),
            "ALTER" when words.Has("SET", "SCHEMA") => words.Show(),
            "REVOKE" => words.Show(),
            _ => null,
        };
    }

    private static string? AlterTable(Statement words, string table)
    {
        if (words.Has("RENAME"))
        {
            return $"ALTER TABLE {table} RENAME";
        }

        if (words.Has("SET", "SCHEMA"))
        {
            return $"ALTER TABLE {table} SET SCHEMA";
        }

        foreach (var action in words.Actions())
        {
            if (ActionReason(action) is { } reason)
            {
                return $"ALTER TABLE {table} {reason}";
            }
        }

        return null;
    }

    private static string? ActionReason(Statement action)
    {
        if (action.Has("SET", "NOT", "NULL"))
        {
            return "SET NOT NULL";
        }

        if (action.Has("DROP", "DEFAULT"))
        {
            return "DROP DEFAULT";
        }

        if (action.Has("DROP", "CONSTRAINT"))
        {
            return IsLooseningName(action.NameAfter("CONSTRAINT")) ? null : action.Show();
        }

        if (action.Starts("ALTER") && action.Has("TYPE"))
        {
            return action.Show();
        }

        if (action.Starts("DROP") && !action.Starts("DROP", "EXPRESSION"))
        {
            return action.Show();
        }

        if (!action.Starts("ADD"))
        {
            return null;
        }

        if (action.Second is "CONSTRAINT" or "CHECK" or "FOREIGN" or "UNIQUE" or "PRIMARY" or "EXCLUDE")
        {
            return action.Show();
        }

        var filled = action.Has("DEFAULT") || action.Has("GENERATED") || action.Has("SERIAL") || action.Has("BIGSERIAL");
        return action.Has("NOT", "NULL") && !filled ? $"{action.Show()} (NOT NULL without a default)" : null;
    }
}
