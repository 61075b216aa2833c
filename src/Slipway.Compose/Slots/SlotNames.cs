using System.Collections.Immutable;

namespace Slipway.Compose.Slots;

/// <summary>Names for what the overlay adds, out of the way of what the application has.</summary>
/// <param name="Network">The key of the slots network.</param>
/// <param name="Proxies">What each proxy needs, by the proxy's service.</param>
internal sealed record SlotNames(string Network, ImmutableDictionary<string, ProxyNames> Proxies)
{
    public static SlotNames For(ComposeModel model, SlotRequest request)
    {
        var (volumes, configs) = (model.Volumes.Select(v => v.Key).ToHashSet(StringComparer.Ordinal), model.Configs.ToHashSet(StringComparer.Ordinal));
        var proxies = ImmutableDictionary.CreateBuilder<string, ProxyNames>(StringComparer.Ordinal);
        foreach (var proxy in request.Proxies)
        {
            // The first has the names that there were before there could be several.
            var mark = proxies.Count == 0 ? string.Empty : $"-{proxies.Count + 1}";
            proxies.Add(proxy.Service, new(
                Unused("slots" + mark, volumes, n => "slipway-" + n),
                [.. proxy.Files.Select(f => new NamedFile(Unused("slipway-" + Path.GetFileName(f.Path) + mark, configs, n => n + "-"), f))],
                Keeps(model, proxy) ? Unused("slipway-certificates" + mark, volumes, n => n + "-") : null));
        }

        return new(Unused("slots", [.. model.Networks.Select(n => n.Key)], n => "slipway-" + n), proxies.ToImmutable());
    }

    private static bool Keeps(ComposeModel model, SlotProxy proxy) => proxy.CertificateDirectory is { } directory
        && model.Find(proxy.Service)?.Volumes.Any(v => (directory + "/").StartsWith(v.Target.TrimEnd('/') + "/", StringComparison.Ordinal)) != true;

    private static string Unused(string name, HashSet<string> taken, Func<string, string> other)
    {
        while (!taken.Add(name))
        {
            name = other(name);
        }

        return name;
    }
}
