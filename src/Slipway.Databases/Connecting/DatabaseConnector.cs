using System.Net.Sockets;
using Npgsql;

namespace Slipway.Databases.Connecting;

/// <summary>Opens connections to PostgreSQL: direct ones, never pooled, since a deployment needs each only once.</summary>
internal static class DatabaseConnector
{
    /// <summary>A server notices within this many seconds that a deployer's machine is gone: 10 + 3 x 5.</summary>
    private const string NoticeDeadClients = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    public static async Task<NpgsqlConnection> OpenAsync(DatabaseAddress address, string purpose, CancellationToken cancellation)
    {
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port,
            Username = address.User,
            Database = address.Database,
            Password = address.Password?.Value,
            ApplicationName = purpose,
            Options = NoticeDeadClients,
            Pooling = false,
            // To ask for encryption that isn't wanted would cost a round trip each.
            SslMode = address.Encrypted ? SslMode.Require : SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            Timeout = 5,
            CommandTimeout = 15,
        };
        var builder = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString);
        // The few types in use are built in: loading the server's would cost a round trip too.
        builder.ConfigureTypeLoading(t => t.EnableTypeLoading(false));
        if (address.Encrypted)
        {
            builder.EnableTransportSecurity();
        }

        await using var source = builder.Build();
        return await source.OpenConnectionAsync(cancellation);
    }

    /// <summary>Puts what the driver says into words for a person. The driver's own text is free of passwords.</summary>
    public static DatabaseProblem Explain(DatabaseAddress address, Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            new(address.ToString(), "the server refuses this user and password", "check the user and the password of the database"),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            new(address.ToString(), $"the server has no database {address.Database}", "create it, or correct the name"),
        PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow } =>
            new(address.ToString(), "the server is starting or stopping", "try again in a moment"),
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } =>
            new(address.ToString(), "the server has no connection left", "raise max_connections, or make the pools smaller"),
        PostgresException server => new(address.ToString(), $"{server.SqlState}: {server.MessageText}"),
        _ when exception.GetBaseException() is SocketException socket =>
            new(address.ToString(), $"the server can't be reached: {socket.Message}", "see that it runs and that the host and port are right"),
        _ when exception.GetBaseException() is TimeoutException =>
            new(address.ToString(), "the server doesn't answer", "see that it runs and that the host and port are right"),
        _ => new(address.ToString(), exception.GetBaseException().Message),
    };

    /// <summary>What the network, the server and the driver throw; a fault of this program is none of it.</summary>
    public static bool IsExpected(Exception exception) => exception is NpgsqlException or SocketException or TimeoutException or IOException;
}
