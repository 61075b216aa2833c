using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;
using Slipway.Load;
using Slipway.Testing.Network;

namespace Slipway.EndToEnd.Fronts;

/// <summary>An application from Fixtures/fronts: whatever answers in it says who it is.</summary>
internal sealed class FrontedApplication : DeployedApplication
{
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(60) };

    private FrontedApplication(SlipwayProgram program, string fixture)
        : base(program, Path.Combine(AppContext.BaseDirectory, "Fixtures", "fronts", fixture))
    {
    }

    /// <summary>The port that users come to.</summary>
    public int Port { get; } = FreePort.Find();

    /// <summary>The port of a second service, or of TLS.</summary>
    public int SecondPort { get; } = FreePort.Find();

    /// <summary>Makes a copy of which nothing runs yet.</summary>
    /// <param name="program">The host.</param>
    /// <param name="fixture">The folder in Fixtures/fronts.</param>
    public static async Task<FrontedApplication> CreateAsync(SlipwayProgram program, string fixture)
    {
        var application = new FrontedApplication(program, fixture);
        await application.CopyAsync();
        File.Copy(Path.Combine(application.Sources, "..", "server.py"), Path.Combine(application.Folder, "server.py"));
        application.Set("COMPOSE_PROJECT_NAME", application.Name);
        application.Set("SITE_PORT", application.Port.ToString(CultureInfo.InvariantCulture));
        application.Set("SECOND_PORT", application.SecondPort.ToString(CultureInfo.InvariantCulture));
        return application;
    }

    /// <summary>Makes a copy that runs under plain compose, described by what Init wrote.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public static async Task<FrontedApplication> RunningAsync(SlipwayProgram program, string fixture)
    {
        var application = await CreateAsync(program, fixture);
        await application.ComposeUpAsync();
        await application.InitAsync();
        return application;
    }

    public async Task ComposeUpAsync() => (await ComposeAsync("up", "-d", "--build", "--wait")).ShouldHaveEndedWith(0);

    public async Task InitAsync() => (await RunAsync("Init")).ShouldHaveEndedWith(0);

    public async Task RollBackAsync() => (await RunAsync("Rollback")).ShouldHaveEndedWith(0);

    /// <summary>What a user is told, by whichever service it is.</summary>
    public Task<Answer> AskAsync(string path = "/") => AskAsync(Port, path);

    /// <inheritdoc cref="AskAsync(string)"/>
    public Task<Answer> AskAsync(int port, string path) => AskAsync(new Uri($"http://127.0.0.1:{port}{path}"));

    /// <inheritdoc cref="AskAsync(string)"/>
    public async Task<Answer> AskAsync(Uri page) => (await _client.GetFromJsonAsync<Answer>(page, TestContext.Current.CancellationToken))!;

    /// <summary>What a user is told who names a host.</summary>
    public async Task<Answer> AskAsync(string host, string path)
    {
        using var response = await SendAsync(host, path);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<Answer>(TestContext.Current.CancellationToken))!;
    }

    /// <summary>How a user is answered who names a host.</summary>
    public async Task<HttpStatusCode> StatusAsync(string host, string path)
    {
        using var response = await SendAsync(host, path);
        return response.StatusCode;
    }

    /// <summary>Who answers a user.</summary>
    public async Task<string> ServesAsync(string path = "/") => (await AskAsync(path)).Release;

    /// <summary>Waits for a server within a container: published ports take connections before it listens.</summary>
    public Task UntilAnswersAsync(string container, string page) => Docker.RunAsync(
        "run", "--rm", "--network", $"container:{container}", $"{Program.Images}/busybox:stable", "sh", "-c", $"until wget -q -O /dev/null {page}; do :; done");

    /// <summary>Thirty-two clients that keep their connections and never retry.</summary>
    public LoadRun StartLoad(string path = "/") => StartLoad(Port, path);

    /// <inheritdoc cref="StartLoad(string)"/>
    public LoadRun StartLoad(int port, string path) => LoadRun.Start(
        new LoadPlan(new IPEndPoint(IPAddress.Loopback, port),
        [
            new LoadClients(LoadKind.Get, path, 20) { Pause = TimeSpan.FromMilliseconds(20) },
            new LoadClients(LoadKind.Post, path, 12) { Pause = TimeSpan.FromMilliseconds(25) },
        ]),
        TimeProvider.System);

    public override async Task RemoveAsync()
    {
        _client.Dispose();
        await base.RemoveAsync();
        await RemoveAllAsync(["image", "rm", "-f"], ["images", "--filter", $"reference={Name}-*", "--format", "{{.Repository}}:{{.Tag}}"]);
    }

    private async Task<HttpResponseMessage> SendAsync(string host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{Port}{path}"));
        request.Headers.Host = host;
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
