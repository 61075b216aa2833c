using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Slipway.Deployment.Configuration;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;
using Slipway.Observability.State;

namespace Slipway.Deployment.Observation;

/// <summary>
/// The hashes by which compose sees that a stateful service's definition changed. Asking for them takes a second run of compose,
/// so the answer is kept for as long as these definitions stay the same, whatever release the others are at.
/// </summary>
/// <param name="commands">Runs docker compose.</param>
internal sealed class ComposeHashes(Application application, ICommandRunner commands)
{
    private string CachePath => application.State.PathOf(StateFolder.ComposeHashes);

    /// <summary>Reads the hashes; changes nothing.</summary>
    /// <param name="config">The configuration as compose printed it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The hash of each stateful service.</returns>
    /// <exception cref="SlipwayException">Compose does not tell.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(string config, CancellationToken cancellation)
    {
        if (!application.Stateful.Any())
        {
            return new Dictionary<string, string>();
        }

        if (File.Exists(CachePath) && await File.ReadAllLinesAsync(CachePath, cancellation) is [var digest, .. var lines] && digest == Digest(config))
        {
            return Parse(lines);
        }

        var outcome = await commands.RunAsync(application.Project.ConfigHashes(), null, cancellation);
        return outcome.ExitCode == 0
            ? Parse(outcome.Output.Split('\n'))
            : throw new SlipwayException(
                ExitCode.MissingPart,
                $"whether a stateful service changed can't be known, compose does not tell: {outcome.Reason}",
                $"try: {application.Project.ConfigHashes()}");
    }

    /// <summary>Keeps the hashes for the next run.</summary>
    /// <param name="config">The configuration as compose printed it.</param>
    public void Write(string config, IReadOnlyDictionary<string, string> hashes)
    {
        IEnumerable<string> lines = [Digest(config), .. hashes.Select(h => $"{h.Key} {h.Value}")];
        application.State.Write(StateFolder.ComposeHashes, Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + Environment.NewLine))));
    }

    private string Digest(string config)
    {
        using var json = JsonDocument.Parse(config);
        var services = json.RootElement.GetProperty("services");
        var definitions = application.Stateful.Select(s => services.GetProperty(s).GetRawText());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', definitions))));
    }

    private static Dictionary<string, string> Parse(IEnumerable<string> lines) =>
        lines.Select(l => l.Split(' ')).Where(l => l.Length == 2).ToDictionary(l => l[0], l => l[1].Trim(), StringComparer.Ordinal);
}
