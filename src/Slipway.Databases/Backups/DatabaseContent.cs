using Npgsql;
using Slipway.Databases.Connecting;

namespace Slipway.Databases.Backups;

/// <summary>Asks a database whether there is anything in it that a backup would keep.</summary>
public static class DatabaseContent
{
    // What PostgreSQL brings along, and what an extension of an image does, is made again with an empty database.
    private const string Query = """
        SELECT NOT EXISTS (
            SELECT 1 FROM pg_class AS thing JOIN pg_namespace AS place ON place.oid = thing.relnamespace
            WHERE place.nspname <> 'information_schema' AND place.nspname NOT LIKE 'pg\_%'
              AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = thing.oid AND deptype = 'e'))
        """;

    /// <summary>Asks.</summary>
    /// <param name="address">The database.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>Whether it is empty, or the problem.</returns>
    /// <exception cref="OperationCanceledException">The attempt was ended.</exception>
    public static async Task<ContentReading> ReadAsync(DatabaseAddress address, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await DatabaseConnector.OpenAsync(address, "slipway backup", cancellation);
            await using var command = new NpgsqlCommand(Query, connection);
            return new(await command.ExecuteScalarAsync(cancellation) is true, null);
        }
        catch (Exception exception) when (DatabaseConnector.IsExpected(exception))
        {
            return new(false, DatabaseConnector.Explain(address, exception));
        }
    }
}
