using System.Globalization;
using System.Net;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;
using Slipway.Load;
using Slipway.Testing.Network;

namespace Slipway.EndToEnd.Foreign;

/// <summary>An application that was not made for Slipway, from Fixtures/shop.</summary>
internal sealed class Shop : DeployedApplication
{
    private Shop(SlipwayProgram program)
        : base(program, Path.Combine(AppContext.BaseDirectory, "Fixtures", "shop"))
    {
    }

    public int WebPort { get; } = FreePort.Find();

    public int ApiPort { get; } = FreePort.Find();

    public static async Task<Shop> CreateAsync(SlipwayProgram program)
    {
        var shop = new Shop(program);
        await shop.CopyAsync();
        shop.Edit("slipway.yaml", "application: shop", $"application: {shop.Name}");
        shop.Set("WEB_PORT", shop.WebPort.ToString(CultureInfo.InvariantCulture));
        shop.Set("API_PORT", shop.ApiPort.ToString(CultureInfo.InvariantCulture));
        return shop;
    }

    /// <summary>What web and api answer.</summary>
    public async Task<(string Web, string Api)> AnswersAsync()
    {
        using var client = new HttpClient();
        return (await AskAsync(WebPort), await AskAsync(ApiPort));

        Task<string> AskAsync(int port) => client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/"), TestContext.Current.CancellationToken);
    }

    /// <summary>The versions that the workers were started with.</summary>
    public async Task<IReadOnlyList<string>> WorkersAsync()
    {
        var workers = await Docker.LinesAsync("ps", "-q", "--filter", $"label=com.docker.compose.project={Name}", "--filter", "label=com.docker.compose.service=worker");
        return [.. (await Task.WhenAll(workers.Select(w => Docker.RunAsync("exec", w, "sh", "-c", "echo $VERSION")))).Order(StringComparer.Ordinal)];
    }

    public LoadRun StartLoad(int port) => LoadRun.Start(
        new LoadPlan(new IPEndPoint(IPAddress.Loopback, port), [new LoadClients(LoadKind.Get, "/", 16) { Pause = TimeSpan.FromMilliseconds(5) }]),
        TimeProvider.System);
}
