using System.Globalization;
using Npgsql;
using Slipway.Databases.Connecting;
using Slipway.Testing.Engine;

[assembly: AssemblyFixture(typeof(Slipway.Databases.Tests.Server.PostgresServer))]

namespace Slipway.Databases.Tests.Server;

/// <summary>A real PostgreSQL in a container of its own, gone when the tests are through.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    public const string Condition = "SLIPWAY_IMAGES names no prefix of images, or no engine answers";
    private const string Secret = "s3cret-of-the-tests";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static bool IsThere => Images.Settled is not null;

    public string Container { get; } = $"slipway-databases-tests-{Guid.NewGuid():N}";

    public int Port { get; private set; }

    public DatabaseAddress Address => new()
    {
        Host = "127.0.0.1",
        Port = Port,
        User = "bot",
        Database = "messages",
        Password = new(Secret),
    };

    public async ValueTask InitializeAsync()
    {
        if (!IsThere)
        {
            return;
        }

        await Docker.RunAsync(
            "run", "--detach", "--rm", "--name", Container, "--publish", "127.0.0.1::5432",
            "--env", "POSTGRES_USER=bot", "--env", "POSTGRES_DB=messages", "--env", $"POSTGRES_PASSWORD={Secret}", $"{Images.Settled}/postgres:15");
        Port = int.Parse((await Docker.RunAsync("port", Container, "5432/tcp")).Split(':')[^1], CultureInfo.InvariantCulture);

        using var deadline = new CancellationTokenSource(Patience);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await AnswersAsync())
        {
            await ticks.WaitForNextTickAsync(deadline.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (IsThere)
        {
            await Docker.RunAsync("rm", "--force", "--volumes", Container);
        }
    }

    public async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(
            $"Host=127.0.0.1;Port={Port};Username=bot;Database=messages;Password={Secret};Pooling=false;SslMode=Disable;Application Name=somebody");
        await connection.OpenAsync();
        return connection;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own SQL.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Waits until the server sees something that ends a moment after the client has ended it.</summary>
    public async Task EventuallyAsync(string condition)
    {
        using var deadline = new CancellationTokenSource(Patience);
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own SQL.
        command.CommandText = condition;
#pragma warning restore CA2100
        while (await command.ExecuteScalarAsync(deadline.Token) is not true)
        {
        }
    }

    /// <summary>The image initialises with a server of its own first, which takes no connections from outside.</summary>
    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = await ConnectAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
