using System.Collections.Immutable;
using Slipway.Compose.Services;
using Slipway.Compose.Text;

namespace Slipway.Compose.Slots;

/// <summary>Writes the proxy's service: one of the application's that Slipway configures, or one of its own.</summary>
internal sealed class ProxyWriter(ComposeModel model, SlotRequest request, SlotNames names, ComposeText text)
{
    public void Write(SlotProxy proxy)
    {
        var existing = model.Find(proxy.Service);
        var own = existing ?? new ComposeService { Name = proxy.Service, ConfigHash = "" };
        if (proxy.Image is { } image)
        {
            text.Value("image", image);
            if (own.Build is not null)
            {
                text.Reset("build");
            }
        }

        if (proxy.Command is { } command)
        {
            text.List("command", command);
            if (own.Entrypoint is not null)
            {
                text.Reset("entrypoint");
            }
        }

        if (proxy.User is { } user)
        {
            text.Value("user", user);
        }

        if (proxy.Sysctls.Length > 0)
        {
            text.Map("sysctls", () =>
            {
                foreach (var (name, value) in proxy.Sysctls)
                {
                    text.Value(name, value);
                }
            });
        }

        text.Labels(proxy.Labels);
        if (own.Profiles.Length > 0)
        {
            text.Reset("profiles");
        }

        if (own.Restart is null or "no")
        {
            text.Value("restart", "unless-stopped");
        }

        if (own.HealthCheck is { Disabled: false })
        {
            text.Raw("healthcheck", "{disable: true}");
        }

        text.Dependencies(own, s => request.Services.Any(l => l.Name == s));
        WritePorts(proxy);
        WriteNetworks(proxy, own);
        WriteMounts(proxy, own);
    }

    private void WritePorts(SlotProxy proxy)
    {
        var published = ProxyListeners.For(model, request, proxy).Where(l => l.Published is not null)
            .Concat(proxy.Published.Select(p => new ProxyListener(proxy.Service, p.Target, p.Published, p.HostIp)))
            .Select(l => YamlScalar.Of(PortOf(l)))
            .ToImmutableArray();
        if (published.Length > 0)
        {
            text.Items("ports", published);
        }
    }

    private static string PortOf(ProxyListener listener) =>
        $"{(listener.HostIp is { } ip ? (ip.Contains(':', StringComparison.Ordinal) ? $"[{ip}]:" : ip + ":") : "")}{listener.Published}:{listener.Port}";

    /// <summary>The proxy answers to the services' names wherever they did, so that other containers reach the serving slot.</summary>
    private void WriteNetworks(SlotProxy proxy, ComposeService own)
    {
        var behind = request.Services
            .Where(s => s.IsProxied && proxy.Answers.Contains(s.Name))
            .Select(s => model.Find(s.Name)!)
            .ToImmutableArray();
        var networks = own.Networks.Concat(behind.SelectMany(s => s.Networks))
            .Select(n => n.Network).Distinct().Order(StringComparer.Ordinal);
        text.Map("networks", () =>
        {
            foreach (var network in networks)
            {
                var aliases = behind.SelectMany(s => NamesOn(s, network)).Distinct().ToImmutableArray();
                text.Raw(network, aliases.Length == 0 ? "{}" : $"{{aliases: {YamlScalar.List(aliases)}}}");
            }

            text.Raw(names.Network, $"{{ipv4_address: {YamlScalar.Of(proxy.Address)}}}");
        });
    }

    private IEnumerable<string> NamesOn(ComposeService service, string network) => service.Networks
        .Where(p => p.Network == network)
        .SelectMany(p => p.Aliases.Prepend(service.Name).Concat(SlotText.OtherNames(model, service)));

    /// <summary>What the application mounts where a generated file goes has to make way.</summary>
    private void WriteMounts(SlotProxy proxy, ComposeService own)
    {
        var keptVolumes = own.Volumes.Where(v => !IsReplaced(proxy, v.Target)).ToImmutableArray();
        var replaced = keptVolumes.Length < own.Volumes.Length;
        var placed = request.Mounts.GetValueOrDefault(proxy.Service, []).Where(m => !IsReplaced(proxy, m.Target)).ToImmutableArray();
        text.Items(
            "volumes",
            [
                .. (replaced ? keptVolumes : []).Where(v => placed.All(p => p.Target != v.Target)).Select(Mount),
                .. placed.Select(p => p.Yaml),
                $"{names.Proxies[proxy.Service].Volume}:{proxy.StateDirectory}",
                .. names.Proxies[proxy.Service].Certificates is { } certificates ? [$"{certificates}:{proxy.CertificateDirectory}"] : Array.Empty<string>(),
            ],
            replaced);

        var keptConfigs = own.Configs.Where(c => !IsReplaced(proxy, c.Target)).ToImmutableArray();
        var replacedConfigs = keptConfigs.Length < own.Configs.Length;
        var configs = (replacedConfigs ? keptConfigs : [])
            .Concat(names.Proxies[proxy.Service].Configs.Select(c => new ServiceFile(c.Key, c.File.Path)))
            .Select(c => $"{{source: {YamlScalar.Of(c.Source)}, target: {YamlScalar.Of(c.Target)}}}")
            .ToImmutableArray();
        if (configs.Length > 0)
        {
            text.Items("configs", configs, replacedConfigs);
        }
    }

    private static bool IsReplaced(SlotProxy proxy, string target) => target.TrimEnd('/') == proxy.StateDirectory
        || proxy.Files.Any(file => file.Path == target
            || file.Path.StartsWith(target.TrimEnd('/') + "/", StringComparison.Ordinal));

    private static string Mount(ServiceVolume volume) => volume switch
    {
        { Type: "bind" or "volume", Source: { } source } when !source.Contains(':', StringComparison.Ordinal) =>
            YamlScalar.Of($"{source}:{volume.Target}{(volume.ReadOnly ? ":ro" : "")}"),
        _ => $"{{type: {volume.Type}, {(volume.Source is { } source ? $"source: {YamlScalar.Of(source)}, " : "")}"
            + $"target: {YamlScalar.Of(volume.Target)}{(volume.ReadOnly ? ", read_only: true" : "")}}}",
    };
}
