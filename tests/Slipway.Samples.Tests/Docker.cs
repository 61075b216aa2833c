using CliWrap;
using CliWrap.Buffered;
using CliWrap.EventStream;

namespace Slipway.Samples.Tests;

/// <summary>Runs the docker client, with the images of the bootstrap where there are any.</summary>
internal static class Docker
{
    public static Task<string> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string?>(), arguments);

    public static async Task<string> RunAsync(IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var result = await Command(environment, arguments).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        result.ExitCode.ShouldBe(0, $"docker {string.Join(' ', arguments)}: {result.StandardError}{result.StandardOutput}");
        return result.StandardOutput.Trim();
    }

    /// <summary>Follows a container's log to the first line that contains a text, or to its end.</summary>
    public static async Task<string?> FindInLogAsync(string container, string text)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        await foreach (var happened in Command(new Dictionary<string, string?>(), ["logs", "--follow", container]).ListenAsync(deadline.Token))
        {
            var line = happened switch
            {
                StandardOutputCommandEvent output => output.Text,
                StandardErrorCommandEvent error => error.Text,
                _ => null,
            };
            if (line?.Contains(text, StringComparison.Ordinal) == true)
                return line;
        }

        return null;
    }

    private static Command Command(IReadOnlyDictionary<string, string?> environment, IEnumerable<string> arguments)
    {
        var all = new Dictionary<string, string?>(environment) { ["SLIPWAY_IMAGES"] = Repository.ImagePrefix };
        return Cli.Wrap("docker").WithArguments(arguments).WithEnvironmentVariables(all);
    }
}
