using System.Collections.Immutable;
using Npgsql;
using Slipway.Databases.Alembic;
using Slipway.Databases.Connecting;

namespace Slipway.Databases.Schema;

/// <summary>What a database lacks of a release's migrations.</summary>
/// <param name="Pending">The migrations to run, oldest first.</param>
/// <param name="Unknown">
/// Revisions that the database is at and the release doesn't have: it is ahead of the release, which is normal after a
/// rollback.
/// </param>
public sealed record SchemaStatus(ImmutableArray<AlembicRevision> Pending, ImmutableArray<string> Unknown)
{
    /// <summary>Whether the database is ahead of the release.</summary>
    public bool IsAhead => Unknown.Length > 0;

    /// <summary>Reads the revisions from alembic's version table.</summary>
    /// <param name="address">The database.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <param name="table">The version table, with a schema if it isn't on the search path.</param>
    /// <returns>The revisions, none when there is no such table, or the problem.</returns>
    /// <exception cref="OperationCanceledException">The attempt was ended.</exception>
    public static async Task<SchemaReading> ReadAsync(
        DatabaseAddress address, CancellationToken cancellation, string table = "alembic_version")
    {
        try
        {
            await using var connection = await DatabaseConnector.OpenAsync(address, "slipway status", cancellation);
            return new(await ReadAsync(connection, table, cancellation), null);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return new([], null);
        }
        catch (Exception exception) when (DatabaseConnector.IsExpected(exception))
        {
            return new([], DatabaseConnector.Explain(address, exception));
        }
    }

    /// <summary>Compares a database with a release.</summary>
    /// <param name="history">The release's migrations.</param>
    /// <param name="applied">The revisions that the database is at.</param>
    /// <returns>The status.</returns>
    public static SchemaStatus Compare(AlembicHistory history, ImmutableArray<string> applied)
    {
        var unknown = applied.Where(revision => history.Find(revision) is null).ToImmutableArray();
        // Below a revision that the release doesn't know nothing can be told, and there is nothing for it to run either.
        if (unknown.Length > 0) return new([], unknown);

        var done = applied.SelectMany(revision => history.Chain(revision)).Select(revision => revision.Id).ToHashSet(StringComparer.Ordinal);
        return new([.. history.Chain(history.Head).Where(revision => !done.Contains(revision.Id))], []);
    }

    private static async Task<ImmutableArray<string>> ReadAsync(NpgsqlConnection connection, string table, CancellationToken cancellation)
    {
        var name = string.Join('.', table.Split('.').Select(part => '"' + part.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'));
        var command = connection.CreateCommand();
        await using (command)
        {
#pragma warning disable CA2100 // A table's name can't be a parameter; it is quoted above.
            command.CommandText = $"SELECT version_num FROM {name} ORDER BY version_num";
#pragma warning restore CA2100
            var revisions = ImmutableArray.CreateBuilder<string>();
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) revisions.Add(reader.GetString(0));
            return revisions.ToImmutable();
        }
    }
}
