using System.Net;
using Npgsql;
using Slipway.Databases.Connecting;

namespace Slipway.Databases.Locks;

/// <summary>The sessions that programs of one machine or container have on a database.</summary>
public static class ClientSessions
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Ends them: a server notices that a client is gone only when it has something to tell it, and until then does what it was asked to.
    /// What was not committed is rolled back by it.
    /// </summary>
    /// <param name="address">The database.</param>
    /// <param name="clients">The clients' addresses as the server sees them.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>Null once there are none; else why they can't be ended.</returns>
    /// <exception cref="OperationCanceledException">The attempt was ended.</exception>
    public static async Task<DatabaseProblem?> EndAsync(
        DatabaseAddress address, IReadOnlyList<IPAddress> clients, TimeProvider time, CancellationToken cancellation)
    {
        const string Query = """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE host(client_addr) = ANY(string_to_array($1, ',')) AND pid <> pg_backend_pid()
            """;
        try
        {
            await using var connection = await DatabaseConnector.OpenAsync(address, "slipway", cancellation);
            while (true)
            {
                await using var command = new NpgsqlCommand(Query, connection);
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = string.Join(',', clients) });
                if (await command.ExecuteScalarAsync(cancellation) is 0L)
                {
                    return null;
                }

                await Task.Delay(Interval, time, cancellation);
            }
        }
        catch (Exception exception) when (DatabaseConnector.IsExpected(exception))
        {
            return DatabaseConnector.Explain(address, exception);
        }
    }
}
