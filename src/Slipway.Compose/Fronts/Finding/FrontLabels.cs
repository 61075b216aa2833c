using System.Text.RegularExpressions;
using Slipway.Compose.Services;
using Slipway.Compose.Traefik;

namespace Slipway.Compose.Fronts.Finding;

/// <summary>Knows the proxies that ask the engine which containers there are, and so would find both slots of a service.</summary>
internal static partial class FrontLabels
{
    /// <summary>With what the labels begin that each of them reads.</summary>
    private static readonly (string Label, string Proxy)[] Labels =
    [
        ("caddy", "Caddy"), ("swag", "SWAG"), ("easyhaproxy", "EasyHAProxy"), ("proxy", "GoDoxy"), ("tsdproxy", "TSDProxy"), ("dockflare", "DockFlare"),
        ("ofelia", "Ofelia"),
    ];

    private static readonly (string Word, string Proxy)[] Finders =
    [
        ("traefik", "Traefik"), ("nginx-proxy", "nginx-proxy"), ("caddy-docker-proxy", "Caddy"), ("easyhaproxy", "EasyHAProxy"), ("godoxy", "GoDoxy"),
        ("tsdproxy", "TSDProxy"), ("dockflare", "DockFlare"),
    ];

    /// <summary>The proxy that finds a service by its labels or its environment, with what it goes by; null for none.</summary>
    public static (string Proxy, string By)? Of(ComposeService service) => TraefikLabels.Finds(service) ? ("Traefik", "its labels") : BesidesTraefik(service);

    /// <summary>Variables by which others find a container: those that a proxy reads, and those of registries where a program enters itself.</summary>
    private static readonly (string Name, string Proxy)[] Variables =
    [
        ("VIRTUAL_HOST", "nginx-proxy"), ("EUREKA_CLIENT_SERVICEURL", "Eureka"), ("EUREKA_CLIENT_SERVICE_URL", "Eureka"),
        ("SPRING_CLOUD_CONSUL_HOST", "Consul"), ("SPRING_CLOUD_NACOS_DISCOVERY", "Nacos"), ("NACOS_DISCOVERY", "Nacos"), ("CONSUL_HTTP_ADDR", "Consul"),
        ("SPRING_CLOUD_ZOOKEEPER", "ZooKeeper"), ("DAPR_", "Dapr"),
    ];

    /// <summary>The same of another proxy than Traefik.</summary>
    public static (string Proxy, string By)? BesidesTraefik(ComposeService service)
    {
        foreach (var (label, proxy) in Labels)
        {
            if (service.Labels.Names.Any(n => Begins(n, label) && !IsOff(service, n)))
            {
                return (proxy, "its labels");
            }
        }

        foreach (var (name, proxy) in Variables)
        {
            if (service.Environment.Names.FirstOrDefault(n => n.StartsWith(name, StringComparison.Ordinal)) is { } found
                && service.Environment.TryGet(found, out var value) && value is not ("" or "false"))
            {
                return (proxy, found);
            }
        }

        return null;
    }

    /// <summary>Whether it is a proxy that finds services so.</summary>
    public static bool IsFinder(ComposeService service) => NameOf(service) is not null && (SeesEngine(service) || !IsTraefik(service));

    /// <summary>The proxy among the services that takes every container that doesn't say no, or null.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="readFile">Gives the content of a file, or null.</param>
    public static ComposeService? TakesAll(IEnumerable<ComposeService> services, Func<string, string?> readFile) =>
        services.FirstOrDefault(s => IsTraefik(s) && SeesEngine(s) && !OnlyEnabled(s, readFile));

    /// <summary>Whether a service says that no proxy is to take it.</summary>
    public static bool SaysNo(ComposeService service) => service.Labels.TryGet("traefik.enable", out var value) && value == "false";

    private static bool OnlyEnabled(ComposeService service, Func<string, string?> readFile)
    {
        var command = string.Join('\n', (service.Command ?? []).Concat(service.Entrypoint ?? []));
        var files = service.Volumes.Where(v => v is { Type: "bind", Source: not null }).Select(v => readFile(v.Source!)).OfType<string>();
        return files.Append(command).Any(t => ExposedByDefaultOff().IsMatch(t))
            || service.Environment.Names.Any(name => name.EndsWith("_EXPOSEDBYDEFAULT", StringComparison.OrdinalIgnoreCase)
                && service.Environment.TryGet(name, out var value) && value.Equals("false", StringComparison.OrdinalIgnoreCase));
    }

    private static bool Begins(string name, string label) =>
        name.StartsWith(label, StringComparison.OrdinalIgnoreCase) && name[label.Length..] is "" or ['.' or '_', ..];

    private static bool SeesEngine(ComposeService service) =>
        service.Volumes.Any(v => v.Source?.Contains("docker.sock", StringComparison.Ordinal) == true)
            || service.Environment.TryGet("DOCKER_HOST", out _)
            || (service.Command ?? []).Any(c => Provider().IsMatch(c));

    private static bool IsTraefik(ComposeService service) => NameOf(service) == "Traefik";

    private static string? NameOf(ComposeService service)
    {
        var image = (service.Image ?? "").Split('@')[0];
        var name = image[(image.LastIndexOf('/') + 1)..].Split(':')[0];
        return name.StartsWith("nginx-proxy-manager", StringComparison.Ordinal) ? null
            : Array.Find(Finders, f => name == f.Word || name.StartsWith(f.Word + "-", StringComparison.Ordinal)).Proxy;
    }

    private static bool IsOff(ComposeService service, string label) => service.Labels.TryGet(label, out var value) && value is "false" or "disable";

    [GeneratedRegex("providers[.](?:docker|swarm)", RegexOptions.IgnoreCase)]
    private static partial Regex Provider();

    [GeneratedRegex(@"exposedbydefault\s*[=:]\s*""?false", RegexOptions.IgnoreCase)]
    private static partial Regex ExposedByDefaultOff();
}
