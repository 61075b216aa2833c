using System.Collections.Immutable;
using Npgsql;
using Slipway.Databases.Connecting;

namespace Slipway.Databases.Migrations;

/// <summary>Asks a database what a migration tool has written down of it.</summary>
internal static class VersionTable
{
    /// <summary>Asks.</summary>
    /// <param name="address">The database.</param>
    /// <param name="query">A query of the tool's own, whose first column is a revision.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>The revisions, none when there is no such table, or the problem.</returns>
    /// <exception cref="OperationCanceledException">The attempt was ended.</exception>
    public static async Task<SchemaReading> ReadAsync(DatabaseAddress address, string query, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await DatabaseConnector.OpenAsync(address, "slipway status", cancellation);
            return new(await ReadAsync(connection, query, cancellation), null);
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

    private static async Task<ImmutableArray<string>> ReadAsync(NpgsqlConnection connection, string query, CancellationToken cancellation)
    {
        var command = connection.CreateCommand();
        await using (command)
        {
#pragma warning disable CA2100 // The tool wrote it, with names quoted; nothing in it comes from a user.
            command.CommandText = query;
#pragma warning restore CA2100
            var revisions = ImmutableArray.CreateBuilder<string>();
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                revisions.Add(reader.GetString(0));
            }

            return revisions.ToImmutable();
        }
    }
}
