using System.Globalization;
using System.Text.Json;
using Benchmarks.Deploy;

namespace Benchmarks.Health;

/// <summary>The sample under a name of its own, with a database that has been migrated.</summary>
internal sealed class HealthApplication : IAsyncDisposable
{
    private const int Port = 8080;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Cadence = TimeSpan.FromMilliseconds(10);

    private readonly Shell _shell;
    private readonly string _project;

    private HealthApplication(Shell shell, string project) => (_shell, _project) = (shell, project);

    public static async Task<HealthApplication> StartAsync(Shell shell, string project)
    {
        var image = $"{project}:bench";
        var application = new HealthApplication(shell.With(new Dictionary<string, string> { ["BOT_IMAGE"] = image, ["SLIPWAY_IMAGES"] = BenchImages.Prefix }), project);
        await application.ComposeAsync("build", "bot");
        await application.ComposeAsync("up", "--detach", "--wait", "db");
        await application.ComposeAsync("run", "--rm", "--no-deps", "bot", "alembic", "upgrade", "head");
        return application;
    }

    /// <summary>Starts the bot anew.</summary>
    /// <returns>Seconds from its start until it is ready, and from then until the engine calls it healthy.</returns>
    public async Task<(double Ready, double Waited)> MeasureAsync()
    {
        await ComposeAsync("up", "--detach", "--force-recreate", "--no-deps", "bot");
        var container = (await ComposeAsync("ps", "--quiet", "bot")).Output;
        var network = (await InspectAsync(container, "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}")).Trim();
        var started = DateTimeOffset.Parse(await InspectAsync(container, "{{.State.StartedAt}}"), CultureInfo.InvariantCulture);
        var ready = FirstAnswer.WhenAsync(new UriBuilder(Uri.UriSchemeHttp, network, Port, "/healthz").Uri, Cadence);

        var healthy = await HealthyAsync(container, started);
        var at = await ready;
        return ((at - started).TotalSeconds, (healthy - at).TotalSeconds);
    }

    /// <summary>When the engine called a container healthy, by its own clock, which is this machine's.</summary>
    private async Task<DateTimeOffset> HealthyAsync(string container, DateTimeOffset since)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var events = _shell.Start("docker", "events", "--since", since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), "--filter", $"container={container}", "--filter", "event=health_status", "--format", "{{json .}}");
        try
        {
            while (await events.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                using var json = JsonDocument.Parse(line);
                if (json.RootElement.GetProperty("Action").GetString() == "health_status: healthy")
                {
                    return DateTimeOffset.UnixEpoch.AddTicks(json.RootElement.GetProperty("timeNano").GetInt64() / TimeSpan.NanosecondsPerTick);
                }
            }

            throw new InvalidOperationException($"the engine ended its events before {container} was healthy");
        }
        finally
        {
            events.Kill();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ComposeAsync("--profile", "*", "down", "--volumes", "--timeout", "1");
        await _shell.RunAsync([0, 1], "docker", "image", "rm", "--force", $"{_project}:bench");
    }

    private Task<ShellOutcome> ComposeAsync(params string[] arguments) => _shell.RunAsync(["docker", "compose", "--project-name", _project, .. arguments]);

    private async Task<string> InspectAsync(string container, string format) => (await _shell.RunAsync("docker", "inspect", "--format", format, container)).Output;
}
