using System.Globalization;
using Slipway.Deployment.Execution;
using Slipway.Engine.Commands;

namespace Slipway.Deployment.Slots;

/// <summary>Shows a person why a container did not get ready.</summary>
/// <param name="commands">Runs docker.</param>
internal sealed class ContainerDiagnostics(ICommandRunner commands)
{
    private const int LogLines = 20;

    /// <summary>Shows the last lines of the container's log.</summary>
    /// <param name="container">Its name.</param>
    /// <param name="output">Where they go.</param>
    public async Task ShowLogAsync(string container, StepOutput output)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var lines = new List<string>();
        await commands.RunAsync(
            new CommandLine(["docker", "logs", "--tail", LogLines.ToString(CultureInfo.InvariantCulture), container]), lines.Add, patience.Token);
        output.Note($"the log of {container} ({(lines.Count == 0 ? "empty" : $"last {lines.Count} lines")}):");
        lines.ForEach(l => output.Note("  | " + l));
    }

    /// <summary>Finds the TCP ports that programs of the container listen on.</summary>
    /// <param name="container">Its name.</param>
    /// <returns>The ports; empty when they can't be seen.</returns>
    public async Task<IReadOnlyList<int>> ListeningPortsAsync(string container)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var outcome = await commands.RunAsync(
            new CommandLine(["docker", "exec", container, "cat", "/proc/net/tcp", "/proc/net/tcp6"]), null, patience.Token);

        // local_address is the second column, the state the fourth; 0A is LISTEN (include/net/tcp_states.h).
        return [.. outcome.Output.Split('\n')
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(c => c.Length > 3 && c[3] == "0A")
            .Where(c => !c[1].StartsWith("0B00007F", StringComparison.Ordinal))
            .Select(c => int.Parse(c[1][(c[1].IndexOf(':', StringComparison.Ordinal) + 1)..], NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            .Distinct()
            .Order()];
    }
}
