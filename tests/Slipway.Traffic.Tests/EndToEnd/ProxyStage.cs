using System.Net;
using System.Net.Http.Headers;
using Slipway.Testing.Engine;
using Slipway.Testing.Programs;
using Slipway.Traffic.Draining;
using Slipway.Traffic.Probing;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Proxies.Tls;
using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>
/// A proxy in a container before two slots. The slots are servers of this process, on the gateway addresses of two networks of their own,
/// which is where a container reaches its host.
/// </summary>
internal sealed class ProxyStage : IAsyncDisposable
{
    public const string Service = "bot";
    public const string OtherService = "api.v2";
    public const int Port = 18480;
    public const int OtherPort = 18481;
    public const string OtherHost = "api.example.org";
    private readonly List<SlotServer> _others = [];
    private readonly string _name = $"traffic-{Guid.NewGuid():N}"[..20];

    private ProxyStage(IProxy proxy) => Proxy = proxy;

    public IProxy Proxy { get; }

    public string Container => _name;

    public IPreviewsSlots Preview => (IPreviewsSlots)Proxy;

    public ITakesConfiguration Taker => (ITakesConfiguration)Proxy;

    public ILogsFailures Failures => (ILogsFailures)Proxy;

    public ProxyPlan Plan { get; private set; } = null!;

    public SlotServer Blue { get; private set; } = null!;

    public SlotServer Green { get; private set; } = null!;

    public IPAddress Address { get; private set; } = null!;

    public static async Task<ProxyStage> StartAsync(string kind, Func<ProxyPlan, ProxyPlan>? change = null)
    {
        var image = ProxyImages.Of(kind);
        var stage = new ProxyStage(Kinds.Of(kind));
        try
        {
            var blue = await stage.AddNetworkAsync(Slot.Blue);
            var green = await stage.AddNetworkAsync(Slot.Green);
            var backend = new Backend(Service, Port, blue, green);
            var other = new Backend(OtherService, OtherPort, blue, green);
            stage.Plan = new ProxyPlan("traffic-tests", [backend, other],
                [new Listener(80, [new Route("/", Service), new Route("/api", OtherService), new Route("/", OtherService, OtherHost)])]);
            stage.Plan = change?.Invoke(stage.Plan) ?? stage.Plan;
            stage._others.Add(await SlotServer.StartAsync(other.EndPointOf(Slot.Blue), Slot.Blue, OtherService));
            stage._others.Add(await SlotServer.StartAsync(other.EndPointOf(Slot.Green), Slot.Green, OtherService));
            stage.Blue = await SlotServer.StartAsync(backend.EndPointOf(Slot.Blue), Slot.Blue);
            stage.Green = await SlotServer.StartAsync(backend.EndPointOf(Slot.Green), Slot.Green);
            await stage.StartProxyAsync(image);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    public async Task SwitchToAsync(params IReadOnlyList<SlotChoice> choices) => await ExecAsync(Proxy.SwitchTo(Plan, choices));

    public Task SwitchToAsync(Slot slot) => SwitchToAsync(new SlotChoice(Service, slot));

    /// <summary>Stops the server of a slot and starts another, as a deployment does.</summary>
    public async Task ReplaceAsync(Slot slot)
    {
        await (slot == Slot.Blue ? Blue : Green).DisposeAsync();
        var address = Plan.Backends[0].EndPointOf(slot);
        if (slot == Slot.Blue)
        {
            Blue = await SlotServer.StartAsync(address, slot);
        }
        else
        {
            Green = await SlotServer.StartAsync(address, slot);
        }
    }

    /// <summary>Puts the files of another plan into the proxy's container and makes it take them.</summary>
    public async Task<ProgramResult> TryTakeAsync(ProxyPlan plan, Func<ProxyFile, ProxyFile>? change = null)
    {
        foreach (var file in Proxy.Files(plan))
        {
            await ProxyContainer.CopyAsync(change?.Invoke(file) ?? file, _name);
        }

        await CopyCertificatesAsync(plan);
        return await TryExecAsync(Taker.TakeConfiguration(plan));
    }

    public async Task TakeAsync(ProxyPlan plan)
    {
        var taken = await TryTakeAsync(plan);
        taken.ExitCode.ShouldBe(0, taken.ToString());
        Plan = plan;
    }

    public async Task<string> ExecAsync(IEnumerable<string> command) => await Docker.RunAsync(["exec", _name, .. command]);

    public Task<ProgramResult> TryExecAsync(IEnumerable<string> command) => Docker.TryAsync(["exec", _name, .. command]);

    public async Task RestartAsync()
    {
        await Docker.RunAsync("restart", "-t", "5", _name);
        await AwaitProxyAsync();
    }

    public async Task KillAndStartAsync()
    {
        await Docker.RunAsync("kill", _name);
        await Docker.RunAsync("start", _name);
        await AwaitProxyAsync();
    }

    /// <summary>Which slots serve, by the proxy's own word.</summary>
    public Task<IReadOnlyList<SlotChoice>?> SlotsAsync() => Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Which configuration it runs, by the proxy's own word.</summary>
    public Task<string?> FingerprintAsync() => Reader.ReadFingerprintAsync(TestContext.Current.CancellationToken);

    /// <summary>Who answers, by its own word: the place of a container beside the proxy, or none.</summary>
    public async Task<char?> SeatAsync() =>
        ((IHandsOver)Proxy).ParseSeat(await Reader.AskAsync(TestContext.Current.CancellationToken) ?? string.Empty);

    public async Task<TimeSpan> SinceSwitchAsync()
    {
        var teller = (ITellsSwitchAge)Proxy;
        return teller.ParseSwitchAge(await ExecAsync(teller.ReadSwitchAge)).ShouldNotBeNull();
    }

    public async Task<int> InFlightAsync(Slot slot) =>
        Counter.ParseConnections(Plan, await ExecAsync(Counter.ReadConnections)).Single(c => c.Service == Service && c.Slot == slot).InFlight;

    /// <summary>
    /// Waits until so many connections to a slot are open: those of requests that have just ended, such as the stage's own probe, rest for a
    /// moment, which a deployment waits for as well.
    /// </summary>
    public async Task UntilInFlightAsync(Slot slot, int count)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(15));
        for (var open = await InFlightAsync(slot); open != count; open = await InFlightAsync(slot))
        {
            deadline.IsCancellationRequested.ShouldBeFalse($"{open} connections to {slot.Name()} are open, and not {count}");
        }
    }

    /// <summary>What a drain is told.</summary>
    public async Task<DrainCount> CountAsync(Slot slot)
    {
        var connections = await InFlightAsync(slot);
        var requests = await new SlotRequestReader((ITellsRequests)Proxy, Ways).ReadAsync(Plan, new SlotChoice(Service, slot), TestContext.Current.CancellationToken);
        requests.ShouldNotBeNull();
        return new DrainCount(connections == 0 ? 0 : requests.InFlight ?? connections, requests.WithBody);
    }

    public async Task<HttpResponseMessage> AskAsync(
        string path, int port = 80, Slot? preview = null, string? host = null, IReadOnlyList<(string Name, string Value)>? headers = null)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://{Address}:{port}{path}"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
        request.Headers.Host = host;
        foreach (var header in headers ?? [])
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value).ShouldBeTrue();
        }

        if (preview is { } slot)
        {
            var (name, value) = Preview.PreviewHeader(slot);
            request.Headers.Add(name, value);
        }

        return await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, TestContext.Current.CancellationToken);
    }

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await AskAsync(path);
        return response.StatusCode;
    }

    /// <summary>What the proxy has logged up to the line by which a slot failed the request.</summary>
    public async Task<string> LogUpToAsync(string request) =>
        string.Join('\n', await Docker.FollowAsync(["logs", "-f", _name], l => Failures.ParseFailures(Plan, l).Any(f => f.Request == request)));

    public async Task<string> TextAsync(
        string path, int port = 80, Slot? preview = null, string? host = null, IReadOnlyList<(string Name, string Value)>? headers = null)
    {
        using var response = await AskAsync(path, port, preview, host, headers);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Docker.TryAsync(["rm", "-f", "-v", _name]);
        if (Blue is not null)
        {
            await Blue.DisposeAsync();
        }

        if (Green is not null)
        {
            await Green.DisposeAsync();
        }

        foreach (var server in _others)
        {
            await server.DisposeAsync();
        }

        await Docker.TryAsync(["volume", "rm", _name]);
        await Docker.TryAsync(["network", "rm", NetworkOf(Slot.Blue), NetworkOf(Slot.Green)]);
    }

    private ICountsConnections Counter => (ICountsConnections)Proxy;

    private ProxyWays Ways => new((p, c) => Tcp.To(new IPEndPoint(Address, p))(c), async (w, _) => await ExecAsync(w));

    private SlotReader Reader => new(Proxy, Ways);

    private string NetworkOf(Slot slot) => $"{_name}-{slot.Name()}";

    private async Task<IPAddress> AddNetworkAsync(Slot slot)
    {
        await Docker.RunAsync("network", "create", NetworkOf(slot));
        return IPAddress.Parse(await Docker.RunAsync("network", "inspect", "-f", "{{(index .IPAM.Config 0).Gateway}}", NetworkOf(slot)));
    }

    private async Task StartProxyAsync(string image)
    {
        string[] user = Proxy.User is { } id ? ["--user", id] : [];
        IEnumerable<string> sysctls = Proxy.Sysctls.SelectMany(s => new[] { "--sysctl", $"{s.Key}={s.Value}" });
        await Docker.RunAsync([
            "create", "--name", _name, "--network", NetworkOf(Slot.Blue), "-v", $"{_name}:{Proxy.StateDirectory}", .. user, .. sysctls, image, .. Proxy.Command(Plan) ?? []]);
        foreach (var file in Proxy.Files(Plan))
        {
            await ProxyContainer.CopyAsync(file, _name);
        }

        await CopyCertificatesAsync(Plan);
        await Docker.RunAsync("start", _name);
        await AwaitProxyAsync();
    }

    private async Task CopyCertificatesAsync(ProxyPlan plan)
    {
        foreach (var file in TlsFiles.Of(plan))
        {
            await ProxyContainer.CopyAsync(file, _name);
        }
    }

    private async Task AwaitProxyAsync()
    {
        (await Docker.RunAsync("inspect", "-f", "{{.State.Running}}", _name)).ShouldBe("true", (await Docker.TryAsync(["logs", _name])).ToString());
        Address = IPAddress.Parse(await Docker.RunAsync("inspect", "-f", $"{{{{(index .NetworkSettings.Networks \"{NetworkOf(Slot.Blue)}\").IPAddress}}}}", _name));
        var probe = await new ReadinessProbe(TimeProvider.System).WaitAsync(Tcp.To(new IPEndPoint(Address, Plan.Listeners[0].Port)),
            new ProbeRequest("/", Plan.Tls is { PlainHosts: [var plain, ..] } ? plain : "localhost"), TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
        probe.Ready.ShouldBeTrue($"{probe.Last} {await Docker.TryAsync(["logs", _name])}");
    }
}
