using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Compose.Traefik.Files;

/// <summary>
/// The file by which Traefik's file provider sends requests to services (its dynamic configuration, in YAML, as Traefik 3 reads it; without
/// hosts of the form <c>*.NAME</c> Traefik 2 reads it as well).
/// </summary>
public static class TraefikFile
{
    private const string Marker = "# Slipway wrote this for ";

    /// <summary>Whether Slipway wrote a text for an application.</summary>
    public static bool IsOf(string application, string text) => text.StartsWith($"{Marker}{application}.", StringComparison.Ordinal);

    /// <summary>Writes the file.</summary>
    /// <param name="application">The application, which names routers and services.</param>
    /// <param name="routes">The routes; of each host and path one.</param>
    /// <returns>
    /// The text. A host's requests go to its own routes only, and the longest path wins, because Traefik prefers the longest rule; what no route
    /// names a host for comes last.
    /// </returns>
    public static string Write(string application, TraefikEntrance entrance, IReadOnlyList<TraefikRoute> routes)
    {
        var text = new StringBuilder($"{Marker}{application}. Edits are lost with the next deployment.\nhttp:\n  routers:\n");
        var hosts = routes.Select(r => r.Host).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var route in routes)
        {
            numbers[route.Service] = numbers.GetValueOrDefault(route.Service) + 1;
            text.Append(CultureInfo.InvariantCulture, $"    {Name(application, route)}-{numbers[route.Service]}:\n");
            text.Append(CultureInfo.InvariantCulture, $"      rule: '{Rule(route, hosts)}'\n      service: {Name(application, route)}\n");
            if (route.Host is null)
            {
                text.Append(CultureInfo.InvariantCulture, $"      priority: {route.Path.Length}\n");
            }

            WriteEntrance(text, entrance);
        }

        text.Append("  services:\n");
        foreach (var service in routes.DistinctBy(r => r.Service))
        {
            text.Append(CultureInfo.InvariantCulture, $"    {Name(application, service)}:\n      loadBalancer:\n");
            text.Append(CultureInfo.InvariantCulture, $"        servers:\n          - url: {service.Address}\n");
        }

        return text.ToString();
    }

    private static void WriteEntrance(StringBuilder text, TraefikEntrance entrance)
    {
        foreach (var (key, values) in new[] { ("entryPoints", entrance.EntryPoints), ("middlewares", entrance.Middlewares) })
        {
            if (values.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"      {key}: [{string.Join(", ", values.Select(Quoted))}]\n");
            }
        }

        if (entrance.IsTls)
        {
            text.Append(entrance.Resolver is { } resolver ? $"      tls: {{certResolver: {Quoted(resolver)}}}\n" : "      tls: {}\n");
        }
    }

    private static string Name(string application, TraefikRoute route) => $"{application}-{route.Service.Replace('.', '-')}";

    private static string Rule(TraefikRoute route, List<string> hosts)
    {
        var others = hosts.Where(h => IsWithin(h, route.Host)).Select(h => $"!{Of(h)}");
        List<string> parts = [.. route.Host is { } host ? [Of(host)] : Array.Empty<string>(), .. others];
        if (route.Path != "/")
        {
            parts.Add($"(Path(`{route.Path}`) || PathPrefix(`{route.Path}/`))");
        }

        return parts.Count == 0 ? "PathPrefix(`/`)" : string.Join(" && ", parts);
    }

    private static string Of(string host) =>
        IsWildcard(host) ? $"HostRegexp(`^.+{Regex.Escape(host[1..])}$`)" : $"Host(`{host}`)";

    // A host that has routes of its own and that another pattern fits as well.
    private static bool IsWithin(string host, string? pattern) =>
        pattern is null || (IsWildcard(pattern) && host.Length > pattern.Length - (IsWildcard(host) ? 0 : 1)
            && host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase));

    private static bool IsWildcard(string host) => host.StartsWith("*.", StringComparison.Ordinal);

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
