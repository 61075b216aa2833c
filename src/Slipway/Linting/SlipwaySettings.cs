using Slipway.Compose.Surroundings;
using Slipway.Configuration;
using Slipway.Errors;

namespace Slipway.Linting;

/// <summary>What slipway.yaml says that rules want to know. Whatever else is wrong in it doesn't matter here.</summary>
/// <param name="settings">What was read; null without such a file.</param>
internal sealed class SlipwaySettings(Settings? settings)
{
    private static readonly Strategy[] Drained = [Strategy.BlueGreen, Strategy.Handoff, Strategy.Rolling];

    /// <summary>The compose files that it names; null when it doesn't say.</summary>
    public IReadOnlyList<string>? ComposeFiles => settings?.ComposeFiles;

    /// <summary>Whether the engine is that of this machine.</summary>
    public bool IsLocal => settings?.Host?.StartsWith("ssh:", StringComparison.Ordinal) != true;

    /// <summary>The address of the engine, or null for the usual one.</summary>
    public string? Host => settings?.Host;

    /// <summary>Where services tell whether they are well.</summary>
    public IReadOnlyDictionary<string, HealthAddress> HealthAddresses =>
        Services(s => s.Strategy == Strategy.BlueGreen && s.Port > 0).ToDictionary(s => s.Name, s => new HealthAddress(s.Port, s.Health), StringComparer.Ordinal);

    /// <summary>How long the requests of services may take.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Drains => Services(s => Drained.Contains(s.Strategy) && s.Port > 0).ToDictionary(s => s.Name, s => s.Drain, StringComparer.Ordinal);

    /// <summary>The services whose start a deployment waits for and measures.</summary>
    public IEnumerable<string> Slotted => Services(s => s.Strategy == Strategy.BlueGreen).Select(s => s.Name);

    /// <summary>Reads the file.</summary>
    /// <param name="folder">The application's folder.</param>
    /// <param name="problems">Receives why it can't be read.</param>
    /// <returns>What it says.</returns>
    public static SlipwaySettings Read(string folder, List<string> problems)
    {
        if (!File.Exists(Path.Combine(folder, SettingsReader.FileName)))
        {
            return new(null);
        }

        try
        {
            return new(SettingsReader.Read(folder, []));
        }
        catch (Exception e) when (e is SlipwayException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            problems.Add(e is SlipwayException ? e.Message : $"{SettingsReader.FileName}: {e.Message}");
            return new(null);
        }
    }

    private IEnumerable<ServiceSettings> Services(Func<ServiceSettings, bool> wanted) => settings?.Services.Values.Where(wanted) ?? [];
}
