namespace Slipway.Compose.Slots;

/// <summary>Where the engine finds what the compose file mounts from the application's folder, when that folder is not on the engine's host.</summary>
/// <param name="Target">The path inside the container.</param>
/// <param name="Source">A volume's name, or a path of the engine's host.</param>
/// <param name="Inside">The file or folder of the volume; null for a path of the host.</param>
/// <param name="ReadOnly">Whether it can't be written to.</param>
public sealed record PlacedMount(string Target, string Source, string? Inside, bool ReadOnly)
{
    /// <summary>The mount in YAML, in one line.</summary>
    internal string Yaml =>
        $"{{type: {(Inside is null ? "bind" : "volume")}, source: {Text.YamlScalar.Of(Source)}, target: {Text.YamlScalar.Of(Target)}"
        + (ReadOnly ? ", read_only: true" : "")
        + (Inside is null ? "}" : $", volume: {{subpath: {Text.YamlScalar.Of(Inside)}, nocopy: true}}}}");
}
