using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Slipway.Databases.Connecting;

namespace Slipway.Databases.Locks;

/// <summary>
/// The lock that keeps two deployments from migrating one database at once: an advisory lock of PostgreSQL, which the
/// server takes back by itself when the connection ends. It needs a direct connection: behind a pooler that shares
/// connections between transactions it means nothing.
/// </summary>
public sealed class MigrationLock : IAsyncDisposable
{
    /// <summary>
    /// Polling instead of waiting: a session that waits for an advisory lock holds a transaction open, for which
    /// <c>CREATE INDEX CONCURRENTLY</c> of the holder would wait in turn, for ever.
    /// </summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly NpgsqlConnection _connection;

    private MigrationLock(NpgsqlConnection connection) => _connection = connection;

    /// <summary>The key of an application's lock: the first 64 bits of a SHA-256.</summary>
    /// <param name="application">The application's name.</param>
    /// <returns>The key for <c>pg_try_advisory_lock(bigint)</c>.</returns>
    public static long KeyOf(string application) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"slipway migration {application}")));

    /// <summary>Asks for the lock until it is granted or the deadline has passed.</summary>
    /// <param name="address">The database.</param>
    /// <param name="application">The application's name, from which the key is derived.</param>
    /// <param name="deployer">Who asks, for others to see: at most 63 bytes.</param>
    /// <param name="deadline">How long to ask; zero asks once.</param>
    /// <param name="time">The clock.</param>
    /// <param name="waiting">Told once for each holder that has to be waited for; null when nobody listens.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>The lock, or who holds it, or the problem.</returns>
    /// <exception cref="OperationCanceledException">The attempt was ended.</exception>
    public static async Task<MigrationLockResult> AcquireAsync(
        DatabaseAddress address,
        string application,
        string deployer,
        TimeSpan deadline,
        TimeProvider time,
        Action<LockHolder>? waiting,
        CancellationToken cancellation)
    {
        NpgsqlConnection? connection = null;
        try
        {
            connection = await DatabaseConnector.OpenAsync(address, deployer, cancellation);
            var (granted, holder) = await PollAsync(connection, KeyOf(application), deadline, time, waiting, cancellation);
            if (!granted)
            {
                return new(null, holder, Refusal(address, holder));
            }

            var acquired = new MigrationLock(connection);
            connection = null;
            return new(acquired, null, null);
        }
        catch (Exception exception) when (DatabaseConnector.IsExpected(exception))
        {
            return new(null, null, DatabaseConnector.Explain(address, exception));
        }
        finally
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }
        }
    }

    /// <summary>Whether the lock is still held: its connection may have been cut, or ended by an administrator.</summary>
    /// <param name="cancellation">Ends the question.</param>
    /// <returns>False when the connection is gone, and the lock with it.</returns>
    /// <exception cref="OperationCanceledException">The question was ended.</exception>
    public async Task<bool> IsHeldAsync(CancellationToken cancellation)
    {
        try
        {
            await using var command = new NpgsqlCommand("SELECT 1", _connection);
            await command.ExecuteScalarAsync(cancellation);
            return true;
        }
        catch (Exception exception) when (DatabaseConnector.IsExpected(exception) || exception is InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Gives the lock back by ending its connection.</summary>
    /// <returns>Done when the connection is closed.</returns>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task<(bool Granted, LockHolder? Holder)> PollAsync(
        NpgsqlConnection connection,
        long key,
        TimeSpan deadline,
        TimeProvider time,
        Action<LockHolder>? waiting,
        CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        LockHolder? told = null;
        while (true)
        {
            if (await TryAsync(connection, key, cancellation))
            {
                return (true, null);
            }

            var holder = await HolderAsync(connection, key, cancellation);
            if (holder is not null && holder != told)
            {
                waiting?.Invoke(told = holder);
            }

            if (time.GetElapsedTime(start) >= deadline)
            {
                return (false, holder);
            }

            await Task.Delay(Pause, time, cancellation);
        }
    }

    private static DatabaseProblem Refusal(DatabaseAddress address, LockHolder? holder) => new(
        address.ToString(),
        $"another deployment migrates it: {holder?.ToString() ?? "nobody to be seen, so it has just ended"}",
        "wait for it to end, or end its connection with `SELECT pg_terminate_backend(PID)` if its machine is gone");

    private static async Task<bool> TryAsync(NpgsqlConnection connection, long key, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = key });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private static async Task<LockHolder?> HolderAsync(NpgsqlConnection connection, long key, CancellationToken cancellation)
    {
        // A key of 64 bits shows as two halves, with 1 in objsubid to tell it from a pair of 32-bit keys.
        const string Query = """
            SELECT activity.pid, coalesce(activity.application_name, ''), coalesce(host(activity.client_addr), 'local socket'),
                   extract(epoch FROM activity.backend_start)::bigint
            FROM pg_locks JOIN pg_stat_activity AS activity USING (pid)
            WHERE locktype = 'advisory' AND granted AND objsubid = 1
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND ((classid::bigint << 32) | objid::bigint) = $1
            """;
        await using var command = new NpgsqlCommand(Query, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = key });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(reader.GetInt32(0), reader.GetString(1), reader.GetString(2), DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(3)))
            : null;
    }
}
