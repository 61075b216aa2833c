using Slipway.Compose.Text;

namespace Slipway.Compose.Slots;

/// <summary>Writes the volumes of an overlay: what the proxies keep, and what lies elsewhere than the compose file says.</summary>
internal sealed class OverlayVolumes(SlotRequest request, SlotNames names, ComposeText text)
{
    /// <summary>Writes the volumes themselves, where there are any.</summary>
    public void Write(bool hasProxies)
    {
        IReadOnlyList<(string Key, string Yaml)> volumes = [.. hasProxies ? OfProxies() : [], .. Placed()];
        if (volumes.Count == 0)
        {
            return;
        }

        text.Blank();
        text.Map("volumes", () =>
        {
            foreach (var (key, yaml) in volumes)
            {
                text.Raw(key, yaml);
            }
        });
    }

    /// <summary>Writes what a service mounts from there: compose lays it over what the service's own file has at the same path.</summary>
    public void WriteMounts(string service)
    {
        if (request.Mounts.TryGetValue(service, out var mounts))
        {
            text.Items("volumes", mounts.Select(m => m.Yaml));
        }
    }

    private IEnumerable<(string Key, string Yaml)> OfProxies() => request.Proxies
        .Select(p => names.Proxies[p.Service])
        .SelectMany(n => (string?[])[n.Volume, n.Certificates])
        .OfType<string>()
        .Select(v => (v, "{}"));

    private IEnumerable<(string Key, string Yaml)> Placed() => request.Mounts.Values
        .SelectMany(m => m)
        .Where(m => m.Inside is not null)
        .Select(m => m.Source)
        .Distinct()
        .Order(StringComparer.Ordinal)
        .Select(v => (v, $"{{external: true, name: {YamlScalar.Of(v)}}}"));
}
