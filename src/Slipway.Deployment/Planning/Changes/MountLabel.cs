using Slipway.Compose.Services;
using Slipway.Engine;

namespace Slipway.Deployment.Planning.Changes;

/// <summary>Notes on a container what was mounted into it from the application's folder, so that a change can be told from others.</summary>
internal static class MountLabel
{
    private const int ShownDigits = 12;

    /// <summary>The label; none when there is nothing to note.</summary>
    public static IEnumerable<KeyValuePair<string, string>> For(ComposeService service) =>
        service.MountDigests.Length > 0 ? [new(Labels.Mounts, string.Join(',', service.MountDigests.Select(Text)))] : [];

    /// <summary>The first mount of which something has changed since.</summary>
    /// <param name="label">The container's label; null when it has none.</param>
    /// <returns>Its path; null when none has.</returns>
    public static string? Changed(ComposeService service, string? label) =>
        label is null ? null : service.MountDigests
            .Where(m => !label.Split(',').Contains(Text(m)) && label.Contains($"{m.Key}=", StringComparison.Ordinal))
            .Select(m => m.Key)
            .FirstOrDefault();

    private static string Text(KeyValuePair<string, string> mount) =>
        $"{mount.Key.Replace(',', '_')}={mount.Value[..Math.Min(ShownDigits, mount.Value.Length)]}";
}
