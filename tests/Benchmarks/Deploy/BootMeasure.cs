using System.Text.Json;

namespace Benchmarks.Deploy;

/// <summary>What the application itself needs, without any deployer: from the start of its container to the first good answer.</summary>
internal sealed class BootMeasure(Shell shell)
{
    private const string Container = "slipway-bench-boot";
    private const int Port = 8080;
    private static readonly TimeSpan Cadence = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Measures one boot.</summary>
    /// <param name="contender">Whose database the application finds, and whose load goes on meanwhile.</param>
    /// <returns>Seconds.</returns>
    public async Task<double> MeasureAsync(Contender contender)
    {
        var network = $"{contender.Name}_default";
        var model = await ModelAsync(contender);
        string[] variables = [.. model.GetProperty("Config").GetProperty("Env").EnumerateArray().SelectMany(v => new[] { "--env", v.GetString()! })];
        try
        {
            await shell.RunAsync(["docker", "create", "--name", Container, "--network", network, .. variables, model.GetProperty("Image").GetString()!]);
            await shell.RunAsync("docker", "start", Container);
            var running = await InspectAsync(Container);
            var address = running.GetProperty("NetworkSettings").GetProperty("Networks").GetProperty(network).GetProperty("IPAddress").GetString();
            var answered = await FirstAnswerAsync(new UriBuilder(Uri.UriSchemeHttp, address, Port, "/healthz").Uri);
            return (answered - running.GetProperty("State").GetProperty("StartedAt").GetDateTimeOffset()).TotalSeconds;
        }
        finally
        {
            await shell.RunAsync([0, 1], "docker", "rm", "--force", Container);
        }
    }

    /// <summary>The container of the bot that runs already, after which the one to measure is modelled.</summary>
    private async Task<JsonElement> ModelAsync(Contender contender)
    {
        var containers = await shell.RunAsync(
            "docker", "ps", "--filter", $"label=com.docker.compose.project={contender.Name}", "--format", "{{.Label \"com.docker.compose.service\"}} {{.ID}}");
        var bot = containers.Output.Split('\n').First(line => line.StartsWith("bot", StringComparison.Ordinal));
        return await InspectAsync(bot.Split(' ')[1]);
    }

    private async Task<JsonElement> InspectAsync(string container)
    {
        using var json = JsonDocument.Parse((await shell.RunAsync("docker", "inspect", container)).Output);
        return json.RootElement[0].Clone();
    }

    private static async Task<DateTimeOffset> FirstAnswerAsync(Uri url)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(1) };
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(url, patience.Token);
                if (answer.IsSuccessStatusCode)
                    return TimeProvider.System.GetUtcNow();
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !patience.IsCancellationRequested)
            {
                // Not yet.
            }

            await Task.Delay(Cadence, patience.Token);
        }
    }
}
