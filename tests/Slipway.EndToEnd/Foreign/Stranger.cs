using System.Globalization;
using System.Net;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;
using Slipway.Load;
using Slipway.Testing.Network;

namespace Slipway.EndToEnd.Foreign;

/// <summary>An application from Fixtures that has no slipway.yaml: Init writes it.</summary>
internal sealed class Stranger : DeployedApplication
{
    private Stranger(SlipwayProgram program, string fixture)
        : base(program, Path.Combine(AppContext.BaseDirectory, "Fixtures", fixture))
    {
    }

    /// <summary>The port of this machine that users come to.</summary>
    public int Port { get; } = FreePort.Find();

    /// <summary>Makes a copy of an application and lets Init describe it.</summary>
    /// <param name="program">The host.</param>
    /// <param name="fixture">The folder in Fixtures.</param>
    /// <param name="portVariable">The variable of its compose file that says which port users come to.</param>
    public static async Task<Stranger> CreateAsync(SlipwayProgram program, string fixture, string portVariable)
    {
        var stranger = new Stranger(program, fixture);
        await stranger.CopyAsync();
        stranger.Set("COMPOSE_PROJECT_NAME", stranger.Name);
        stranger.Set(portVariable, stranger.Port.ToString(CultureInfo.InvariantCulture));
        return stranger;
    }

    public async Task<string> AskAsync(string path)
    {
        using var client = new HttpClient();
        return (await client.GetStringAsync(new Uri($"http://127.0.0.1:{Port}{path}"), TestContext.Current.CancellationToken)).Trim();
    }

    /// <summary>Sixty-four clients that keep their connections and never retry.</summary>
    public LoadRun StartLoad(string get, string post) => LoadRun.Start(
        new LoadPlan(new IPEndPoint(IPAddress.Loopback, Port),
        [
            new LoadClients(LoadKind.Get, get, 40) { Pause = TimeSpan.FromMilliseconds(20) },
            new LoadClients(LoadKind.Post, post, 24) { Pause = TimeSpan.FromMilliseconds(25) },
        ]),
        TimeProvider.System);

    public override async Task RemoveAsync()
    {
        await base.RemoveAsync();
        await RemoveAllAsync(["image", "rm", "-f"], ["images", "--filter", $"reference={Name}-*", "--filter", $"reference={Name}-*/*", "--format", "{{.Repository}}:{{.Tag}}"]);
    }
}
