using System.Collections.Immutable;
using System.Globalization;

namespace Slipway.Databases.Backups;

/// <summary>The command that dumps a database, to be run in the database's own container with the image's own pg_dump.</summary>
public static class PgDump
{
    /// <summary>The variable by which the password reaches pg_dump, so that it is never among the arguments.</summary>
    public const string PasswordVariable = "PGPASSWORD";

    /// <summary>The first bytes of a dump in PostgreSQL's custom format.</summary>
    public const string Header = "PGDMP";

    /// <summary>Builds the command. The dump goes to standard output.</summary>
    /// <param name="user">The role that reads it.</param>
    /// <param name="database">The database in the container that is dumped.</param>
    /// <param name="compression">
    /// gzip's level, 0 to 9. Compression is the bottleneck of a dump, and the lowest level that compresses at all
    /// already gives most of what there is to gain.
    /// </param>
    /// <param name="host">The host as seen from the container; null for the container's own Unix socket.</param>
    /// <returns>The program and its arguments.</returns>
    public static ImmutableArray<string> Command(string user, string database, int compression = 1, string? host = null)
    {
        var arguments = ImmutableArray.CreateBuilder<string>();
        arguments.Add("pg_dump");
        if (host is not null)
        {
            arguments.Add($"--host={host}");
        }

        arguments.Add($"--username={user}");
        // Without this a missing password would make pg_dump wait for one to be typed.
        arguments.Add("--no-password");
        arguments.Add("--format=custom");
        arguments.Add(string.Create(CultureInfo.InvariantCulture, $"--compress={compression}"));
        arguments.Add($"--dbname={database}");
        return arguments.ToImmutable();
    }
}
