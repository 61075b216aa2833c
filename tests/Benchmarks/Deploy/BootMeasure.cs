using System.Text.Json;

namespace Benchmarks.Deploy;

/// <summary>What the application itself needs, without any deployer: from the start of its containers until they are ready.</summary>
internal sealed class BootMeasure(Shell shell)
{
    private const string Container = "slipway-bench-boot";
    private const string Poller = "poller";
    private const string PollerIsReady = "/tmp/poller-ready";
    private const int Port = 8080;
    private static readonly TimeSpan Cadence = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// Measures one boot: that of the bot, and that of the poller, which boots after it because it may not run twice at once.
    /// </summary>
    /// <param name="contender">Whose database the application finds, and whose load goes on meanwhile.</param>
    /// <returns>Seconds, of both together.</returns>
    public async Task<double> MeasureAsync(Contender contender) =>
        await MeasureAsync(contender, "bot", AnswersAsync) + (await SaysWhenItIsReadyAsync(contender) ? await MeasureAsync(contender, Poller, IsReadyAsync) : 0);

    private async Task<double> MeasureAsync(Contender contender, string service, Func<string, Task> ready)
    {
        var network = $"{contender.Name}_default";
        var running = await ModelAsync(contender, service);
        var model = running.GetProperty("Config");
        string[] variables = [.. model.GetProperty("Env").EnumerateArray().SelectMany(v => new[] { "--env", v.GetString()! })];
        string[] command = [.. model.GetProperty("Cmd").EnumerateArray().Select(w => w.GetString()!)];
        string[] alone = service == Poller ? [running.GetProperty("Id").GetString()!] : [];
        try
        {
            // The poller waits for another one to end.
            foreach (var other in alone)
            {
                await shell.RunAsync("docker", "stop", other);
            }

            await shell.RunAsync(["docker", "create", "--name", Container, "--network", network, .. variables, model.GetProperty("Image").GetString()!, .. command]);
            await shell.RunAsync("docker", "start", Container);
            var started = await InspectAsync(Container);
            await ready(started.GetProperty("NetworkSettings").GetProperty("Networks").GetProperty(network).GetProperty("IPAddress").GetString()!);
            return (TimeProvider.System.GetUtcNow() - started.GetProperty("State").GetProperty("StartedAt").GetDateTimeOffset()).TotalSeconds;
        }
        finally
        {
            await shell.RunAsync([0, 1], "docker", "rm", "--force", Container);
            foreach (var other in alone)
            {
                await shell.RunAsync("docker", "start", other);
            }
        }
    }

    private static Task AnswersAsync(string address) => FirstAnswer.WhenAsync(new UriBuilder(Uri.UriSchemeHttp, address, Port, "/healthz").Uri, Cadence);

    // The poller of the application as it was before has no health check, and nobody waits for it.
    private async Task<bool> SaysWhenItIsReadyAsync(Contender contender) =>
        (await ModelAsync(contender, Poller)).GetProperty("Config").GetRawText().Contains(PollerIsReady, StringComparison.Ordinal);

    // As its health check asks.
    private Task<ShellOutcome> IsReadyAsync(string address) => shell.RunAsync("docker", "exec", Container, "sh", "-c", $"until test -f {PollerIsReady}; do sleep 0.01; done");

    /// <summary>The container of the service that runs already, after which the one to measure is modelled.</summary>
    private async Task<JsonElement> ModelAsync(Contender contender, string service)
    {
        var containers = await shell.RunAsync(
            "docker", "ps", "--filter", $"label=com.docker.compose.project={contender.Name}", "--format", "{{.Label \"com.docker.compose.service\"}} {{.ID}}");
        var container = containers.Output.Split('\n').First(line => line.StartsWith(service, StringComparison.Ordinal));
        return await InspectAsync(container.Split(' ')[1]);
    }

    private async Task<JsonElement> InspectAsync(string container)
    {
        using var json = JsonDocument.Parse((await shell.RunAsync("docker", "inspect", container)).Output);
        return json.RootElement[0].Clone();
    }
}
