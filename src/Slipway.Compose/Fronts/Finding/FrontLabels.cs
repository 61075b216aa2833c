using System.Text.RegularExpressions;
using Slipway.Compose.Services;

namespace Slipway.Compose.Fronts.Finding;

/// <summary>Knows the proxies that ask the engine which containers there are, and so would find both slots of a service.</summary>
internal static partial class FrontLabels
{
    /// <summary>With what the labels begin that each of them reads.</summary>
    private static readonly (string Label, string Proxy)[] Labels =
    [
        ("traefik", "Traefik"), ("caddy", "Caddy"), ("swag", "SWAG"), ("easyhaproxy", "EasyHAProxy"), ("proxy", "GoDoxy"), ("tsdproxy", "TSDProxy"),
        ("dockflare", "DockFlare"),
    ];

    private static readonly (string Word, string Proxy)[] Finders =
    [
        ("traefik", "Traefik"), ("nginx-proxy", "nginx-proxy"), ("caddy-docker-proxy", "Caddy"), ("easyhaproxy", "EasyHAProxy"), ("godoxy", "GoDoxy"),
        ("tsdproxy", "TSDProxy"), ("dockflare", "DockFlare"),
    ];

    /// <summary>The proxy that finds a service by its labels or its environment, with what it goes by; null for none.</summary>
    public static (string Proxy, string By)? Of(ComposeService service)
    {
        foreach (var (label, proxy) in Labels)
        {
            if (service.Labels.Names.Any(n => Begins(n, label) && !IsOff(service, n)))
            {
                return (proxy, "its labels");
            }
        }

        return service.Environment.TryGet("VIRTUAL_HOST", out var host) && host.Length > 0 ? ("nginx-proxy", "VIRTUAL_HOST") : null;
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

    private static bool IsOff(ComposeService service, string label) =>
        (label.StartsWith("traefik.", StringComparison.OrdinalIgnoreCase) && SaysNo(service))
            || (service.Labels.TryGet(label, out var value) && value is "false" or "disable");

    [GeneratedRegex("providers[.](?:docker|swarm)", RegexOptions.IgnoreCase)]
    private static partial Regex Provider();

    [GeneratedRegex(@"exposedbydefault\s*[=:]\s*""?false", RegexOptions.IgnoreCase)]
    private static partial Regex ExposedByDefaultOff();
}
