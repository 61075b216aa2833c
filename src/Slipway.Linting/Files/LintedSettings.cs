using Slipway.Compose.Surroundings;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Strategies;
using Slipway.Engine.Errors;

namespace Slipway.Linting.Files;

/// <summary>What slipway.yaml says that rules want to know. Whatever else is wrong in it doesn't matter here.</summary>
/// <param name="settings">What was read; null without such a file.</param>
internal sealed class LintedSettings(ApplicationSettings? settings)
{
    /// <summary>The compose files that it names; null when it doesn't say.</summary>
    public IReadOnlyList<string>? ComposeFiles => settings?.ComposeFiles;

    /// <summary>Whether the engine is that of this machine.</summary>
    public bool IsLocal => settings?.Host?.StartsWith("ssh:", StringComparison.Ordinal) != true;

    /// <summary>The address of the engine, or null for the usual one.</summary>
    public string? Host => settings?.Host;

    /// <summary>Where services tell whether they are well: by a path where one is named, and not just asked for by default.</summary>
    public IReadOnlyDictionary<string, HealthAddress> HealthAddresses => Services(s => s.Strategy.IsBehindProxy && s.Port > 0)
        .ToDictionary(s => s.Name, s => new HealthAddress(s.Port, s.AsksContainer || s.Health == "/" ? null : s.Health), StringComparer.Ordinal);

    /// <summary>How long the requests of services may take.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Drains =>
        Services(s => !s.Strategy.HoldsData && s.Port > 0).ToDictionary(s => s.Name, s => s.Drain, StringComparer.Ordinal);

    /// <summary>The services whose start a deployment waits for and measures.</summary>
    public IEnumerable<string> Slotted => Services(s => s.Strategy.IsBehindProxy).Select(s => s.Name);

    /// <summary>Reads the file.</summary>
    /// <param name="folder">The application's folder.</param>
    /// <param name="problems">Receives why it can't be read.</param>
    /// <returns>What it says.</returns>
    public static LintedSettings Read(string folder, List<string> problems)
    {
        if (!File.Exists(Path.Combine(folder, SettingsReader.FileName)))
        {
            return new(null);
        }

        try
        {
            return new(SettingsReader.Read(folder, StrategyList.All, []));
        }
        catch (Exception e) when (e is SlipwayException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            problems.Add(e is SlipwayException ? e.Message : $"{SettingsReader.FileName}: {e.Message}");
            return new(null);
        }
    }

    private IEnumerable<ServiceSettings> Services(Func<ServiceSettings, bool> wanted) => settings?.Services.Values.Where(wanted) ?? [];
}
