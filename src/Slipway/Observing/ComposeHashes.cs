using System.Security.Cryptography;
using System.Text;
using Slipway.Commands;
using Slipway.Configuration;
using Slipway.Execution;

namespace Slipway.Observing;

/// <summary>
/// The hashes by which compose sees that a service's definition changed. Asking for them takes a second run of compose,
/// so the answer is kept for as long as the configuration stays the same.
/// </summary>
/// <param name="application">The application.</param>
/// <param name="commands">Runs docker compose.</param>
internal sealed class ComposeHashes(Application application, ICommandRunner commands)
{
    private string CachePath => Path.Combine(application.StateFolder, "compose-hashes");

    /// <summary>Reads the hashes; changes nothing.</summary>
    /// <param name="config">The configuration as compose printed it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The hash of each service; empty when compose does not tell.</returns>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(string config, CancellationToken cancellation)
    {
        if (File.Exists(CachePath) && await File.ReadAllLinesAsync(CachePath, cancellation) is [var digest, .. var lines] && digest == Digest(config))
        {
            return Parse(lines);
        }

        var settings = application.Settings;
        var outcome = await commands.RunAsync(
            new CommandLine([.. ComposeProgram.Words, "-p", settings.Name, .. settings.ComposeFiles.SelectMany(f => new[] { "-f", f }), "--profile", "*", "config", "--hash", "*"], Folder: settings.Folder),
            null,
            cancellation);
        return outcome.ExitCode == 0 ? Parse(outcome.Output.Split('\n')) : new Dictionary<string, string>();
    }

    /// <summary>Keeps the hashes for the next run.</summary>
    /// <param name="config">The configuration as compose printed it.</param>
    /// <param name="hashes">The hashes.</param>
    public void Write(string config, IReadOnlyDictionary<string, string> hashes)
    {
        StateFolder.Create(application.StateFolder);
        File.WriteAllLines(CachePath, [Digest(config), .. hashes.Select(h => $"{h.Key} {h.Value}")]);
    }

    private static string Digest(string config) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(config)));

    private static Dictionary<string, string> Parse(IEnumerable<string> lines) =>
        lines.Select(l => l.Split(' ')).Where(l => l.Length == 2).ToDictionary(l => l[0], l => l[1].Trim(), StringComparer.Ordinal);
}
