using System.Globalization;
using System.Net;
using System.Text.Json;
using Slipway.EndToEnd.Hosts;
using Slipway.Load;
using Slipway.Testing.Network;

namespace Slipway.EndToEnd.Applications;

/// <summary>A copy of samples/hello-bot.</summary>
internal sealed class HelloBot : DeployedApplication
{
    public const string Password = "never-to-be-seen-4711";

    private HelloBot(SlipwayProgram program)
        : base(program, Path.Combine(program.Repository, "samples", "hello-bot"))
    {
    }

    public int Port { get; } = FreePort.Find();

    public string Proxy => $"{Name}-proxy-1";

    /// <summary>Makes a copy that has not been deployed yet.</summary>
    public static async Task<HelloBot> CreateAsync(SlipwayProgram program, string proxy = "nginx", string version = "1")
    {
        var bot = new HelloBot(program);
        await bot.CopyAsync();
        bot.Edit("slipway.yaml", "application: hello-bot", $"application: {bot.Name}");
        // Streams never end by themselves; what is cut here is told to reconnect by the application.
        bot.Edit("slipway.yaml", "strategy: blue-green, ", "strategy: blue-green, drain: 4s, ");
        if (proxy is "haproxy" or "caddy")
        {
            bot.Edit("slipway.yaml", "kind: nginx ", $"kind: {proxy}\n  image: {program.Images}/{proxy}:{(proxy == "caddy" ? "2.6" : "2.8")} ");
        }

        bot.Set("BOT_IMAGE", $"{bot.Name}:dev");
        bot.Set("HELLO_BOT_PORT", bot.Port.ToString(CultureInfo.InvariantCulture));
        bot.Set("POSTGRES_PASSWORD", Password);
        bot.Set("VERSION", version);
        return bot;
    }

    /// <summary>Makes a copy and deploys it.</summary>
    public static async Task<HelloBot> DeployedAsync(SlipwayProgram program, string proxy = "nginx", string version = "1")
    {
        var bot = await CreateAsync(program, proxy, version);
        try
        {
            await bot.DeployAsync();
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes away the newest migrations, as if they had not been written yet.</summary>
    public void ForgetMigrationsAfter(string revision)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "migrations", "versions"), "0*.py").Where(f => string.CompareOrdinal(Path.GetFileName(f)[..4], revision) > 0))
        {
            File.Delete(file);
        }
    }

    /// <summary>Writes a migration again that was taken away.</summary>
    public void Remember(string revision)
    {
        var file = Directory.EnumerateFiles(Path.Combine(Sources, "migrations", "versions"), revision + "*.py").Single();
        File.Copy(file, Path.Combine(Folder, "migrations", "versions", Path.GetFileName(file)));
    }

    /// <summary>The version that answers a user.</summary>
    public async Task<string> ServedVersionAsync()
    {
        using var client = new HttpClient();
        using var json = JsonDocument.Parse(await client.GetStringAsync(new Uri($"http://127.0.0.1:{Port}/version"), TestContext.Current.CancellationToken));
        return json.RootElement.GetProperty("version").GetString()!;
    }

    /// <summary>The version of the poller that works now; waits until the one that runs has begun.</summary>
    public async Task<string> PollingVersionAsync()
    {
        var poller = await Docker.RunAsync("ps", "-q", "--filter", $"label=slipway.app={Name}", "--filter", "label=slipway.service=poller");
        var started = await Docker.RunAsync("inspect", "-f", "{{.State.StartedAt}}", poller);
        var line = (await Docker.FollowAsync(["logs", "-f", "--since", started, poller], l => l.EndsWith(" polls", StringComparison.Ordinal)))[^1];
        return line.Split(' ')[^2];
    }

    /// <summary>Asks the database.</summary>
    public Task<string> QueryAsync(string sql) => Docker.RunAsync("exec", $"{Name}-db-1", "psql", "-U", "hello", "-d", "hello", "-Atc", sql);

    /// <summary>Sixty-four clients that keep their connections and never retry.</summary>
    public LoadRun StartLoad() => LoadRun.Start(
        new LoadPlan(new IPEndPoint(IPAddress.Loopback, Port),
        [
            new LoadClients(LoadKind.Get, "/messages?limit=1", 12),
            new LoadClients(LoadKind.Get, "/version", 20) { Pause = TimeSpan.FromMilliseconds(20) },
            Post(6, TimeSpan.Zero),
            Post(14, TimeSpan.FromMilliseconds(25)),
            new LoadClients(LoadKind.Slow, "/slow?ms=2000", 6),
            new LoadClients(LoadKind.Events, "/events", 4),
            new LoadClients(LoadKind.WebSocket, "/ws", 2),
        ])
        { LongestRun = TimeSpan.FromMinutes(20), Timeout = TimeSpan.FromMinutes(20) },
        TimeProvider.System);

    public override async Task RemoveAsync()
    {
        await base.RemoveAsync();
        await Docker.TryAsync("image", "rm", $"{Name}:dev");
    }

    private static LoadClients Post(int connections, TimeSpan pause) => new(LoadKind.Post, "/messages", connections)
    {
        Body = """{"sender":"load","body":"hello"}""",
        Pause = pause,
    };
}
