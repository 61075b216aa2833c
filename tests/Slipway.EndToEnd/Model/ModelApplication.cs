using System.Globalization;
using System.Net;
using System.Text.Json;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;
using Slipway.Load;
using Slipway.Testing.Network;

namespace Slipway.EndToEnd.Model;

/// <summary>The application of Fixtures/model: a service of each kind, which tells its users its version.</summary>
internal sealed class ModelApplication : DeployedApplication
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private int _renewed;

    private ModelApplication(SlipwayProgram program)
        : base(program, Path.Combine(AppContext.BaseDirectory, "Fixtures", "model"))
    {
    }

    public int Port { get; } = FreePort.Find();

    /// <summary>The version that its sources are at.</summary>
    public int Version { get; private set; }

    /// <summary>Makes a copy.</summary>
    /// <param name="program">The host.</param>
    /// <param name="isFronted">Whether the compose file has a proxy, which Slipway takes over; otherwise web publishes its port.</param>
    public static async Task<ModelApplication> CreateAsync(SlipwayProgram program, bool isFronted)
    {
        var model = new ModelApplication(program);
        await model.CopyAsync();
        model.Edit("slipway.yaml", "application: model", $"application: {model.Name}");
        if (isFronted)
        {
            model.Edit("slipway.yaml", "published.yaml", "fronted.yaml");
            model.Edit("slipway.yaml", "  image: ${SLIPWAY_IMAGES:-docker.io/library}/nginx:1.28", "  service: proxy\n  listen: 80");
        }

        model.Set("PORT", model.Port.ToString(CultureInfo.InvariantCulture));
        model.Set("COMPOSE_FILE", $"compose.yaml:{(isFronted ? "fronted" : "published")}.yaml");
        model.Next();
        return model;
    }

    /// <summary>Changes the sources: the next release is another one.</summary>
    public void Next() => Set("VERSION", (++Version).ToString(CultureInfo.InvariantCulture));

    /// <summary>Lets the name of the proxy's image lead to another one, with the same in it.</summary>
    public async Task RenewProxyAsync()
    {
        var name = $"{Name}-proxy:{++_renewed}";
        (await RunningProgram.RunAsync(
            ["sh", "-c", "printf 'FROM %s\\nLABEL renewed=%s\\n' \"$0\" \"$1\" | docker build -q -t \"$1\" -", $"{Program.Images}/nginx:1.28", name])).ShouldHaveEndedWith(0);
        Set("PROXY_IMAGE", name);
    }

    public override async Task RemoveAsync()
    {
        await base.RemoveAsync();
        await RemoveAllAsync(["image", "rm", "-f"], ["images", "--filter", $"reference={Name}-proxy", "--format", "{{.Repository}}:{{.Tag}}"]);
    }

    /// <summary>The version that a user gets; null for one who gets none.</summary>
    public async Task<string?> AskAsync()
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            return await client.GetStringAsync(new Uri($"http://127.0.0.1:{Port}/"), TestContext.Current.CancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>Waits for as long as a hand may need that starts something without waiting for it.</summary>
    public async Task SettleAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await AskAsync() is null && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            // Others have the machine meanwhile: what is to come needs it.
            await Task.Delay(Interval, TestContext.Current.CancellationToken);
        }
    }

    public LoadRun StartLoad() => LoadRun.Start(
        new LoadPlan(new IPEndPoint(IPAddress.Loopback, Port), [new LoadClients(LoadKind.Get, "/", 4) { Pause = TimeSpan.FromMilliseconds(40) }]),
        TimeProvider.System);

    /// <summary>The containers with the version that each was made of, by name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> VersionsAsync()
    {
        var ids = await Docker.LinesAsync("ps", "-aq", "--filter", $"label=com.docker.compose.project={Name}");
        if (ids.Count == 0)
        {
            return new Dictionary<string, string>();
        }

        using var json = JsonDocument.Parse(await Docker.RunAsync(["inspect", .. ids]));
        return json.RootElement.EnumerateArray().ToDictionary(
            c => c.GetProperty("Name").GetString()!.TrimStart('/'),
            c => c.GetProperty("Config").GetProperty("Env").EnumerateArray().Select(e => e.GetString()!)
                .FirstOrDefault(e => e.StartsWith("VERSION=", StringComparison.Ordinal))?[8..] ?? string.Empty);
    }

    /// <summary>What Status says.</summary>
    public async Task<ModelStatus> StatusAsync()
    {
        using var json = JsonDocument.Parse((await RunAsync("Status", "--json")).ShouldHaveEndedWith(0).Output);
        var root = json.RootElement;
        return new ModelStatus(
            [.. root.GetProperty("containers").EnumerateArray().Select(c => new ModelContainer(
                c.GetProperty("name").GetString()!, c.GetProperty("service").GetString()!, c.GetProperty("role").GetString()!,
                c.GetProperty("release").GetString(), c.GetProperty("state").GetString()!))],
            root.GetProperty("warmRelease").GetString(),
            [.. root.GetProperty("keptReleases").EnumerateArray().Select(r => r.GetString()!)]);
    }

    /// <summary>The runs that the history remembers, each as <c>action result release</c>.</summary>
    public IReadOnlyList<string> History()
    {
        var file = Path.Combine(Folder, ".slipway", "history.jsonl");
        return File.Exists(file) ? [.. File.ReadLines(file).Select(Record)] : [];

        static string Record(string line)
        {
            using var json = JsonDocument.Parse(line);
            return string.Join(' ', ((string[])["action", "result", "release"]).Select(n => json.RootElement.GetProperty(n).GetString()));
        }
    }
}
