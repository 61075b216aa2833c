using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Slipway.Compose.Traefik.Files;

/// <summary>
/// What of Traefik's dynamic configuration has which keys (doc.traefik.io, reference of the file provider, 2.0 to 3.x), as far as routers and
/// services of HTTP go: Traefik drops a whole file in which a key has another name, and only its log says so.
/// </summary>
public static class TraefikSchema
{
    private static readonly string[] Router = ["entryPoints", "middlewares", "service", "rule", "ruleSyntax", "priority", "tls", "observability"];
    private static readonly string[] Lists = ["entryPoints", "middlewares"];
    private static readonly string[] Service = ["loadBalancer", "weighted", "mirroring", "failover"];
    private static readonly string[] Server = ["url", "weight", "preservePath"];

    private static readonly string[] Balancer =
        ["servers", "passHostHeader", "sticky", "healthCheck", "passiveHealthCheck", "responseForwarding", "serversTransport", "strategy"];

    /// <summary>What Traefik would not take.</summary>
    /// <param name="text">The file, in YAML.</param>
    /// <returns>A sentence for each; none when it is well formed.</returns>
    public static IReadOnlyList<string> Problems(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException error)
        {
            return [$"it is no YAML: {error.Message}"];
        }

        var problems = new List<string>();
        if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
        {
            return ["it is no mapping"];
        }

        var http = Map(root, "the file", ["http", "tcp", "udp", "tls"], problems).GetValueOrDefault("http");
        if (http is null)
        {
            return problems;
        }

        var parts = Map(http, "http", ["routers", "services", "middlewares", "serversTransports"], problems);
        var services = Named(parts.GetValueOrDefault("services"), "http.services", problems);
        foreach (var (name, node) in services)
        {
            CheckService(name, node, problems);
        }

        foreach (var (name, node) in Named(parts.GetValueOrDefault("routers"), "http.routers", problems))
        {
            CheckRouter(name, node, services, problems);
        }

        return problems;
    }

    private static void CheckRouter(string name, YamlNode node, Dictionary<string, YamlNode> services, List<string> problems)
    {
        var router = Map(node, $"the router {name}", Router, problems);
        if (name.Contains('@', StringComparison.Ordinal))
        {
            problems.Add($"the router {name} has an @ in its name");
        }

        if (router.GetValueOrDefault("rule") is not YamlScalarNode { Value: [_, ..] })
        {
            problems.Add($"the router {name} has no rule");
        }

        if (router.GetValueOrDefault("service") is not YamlScalarNode { Value: { } service })
        {
            problems.Add($"the router {name} has no service");
        }
        else if (!service.Contains('@', StringComparison.Ordinal) && !services.ContainsKey(service))
        {
            problems.Add($"the router {name} leads to {service}, which is no service of the file");
        }

        if (router.GetValueOrDefault("priority") is { } priority && (priority is not YamlScalarNode { Value: var number } || !int.TryParse(number, out _)))
        {
            problems.Add($"the priority of the router {name} is no number");
        }

        foreach (var list in Lists.Where(l => router.ContainsKey(l) && router[l] is not YamlSequenceNode))
        {
            problems.Add($"{list} of the router {name} is no list");
        }

        if (router.GetValueOrDefault("tls") is { } tls)
        {
            Map(tls, $"tls of the router {name}", ["options", "certResolver", "domains"], problems);
        }
    }

    private static void CheckService(string name, YamlNode node, List<string> problems)
    {
        var service = Map(node, $"the service {name}", Service, problems);
        if (service.GetValueOrDefault("loadBalancer") is not { } balancer)
        {
            return;
        }

        var servers = Map(balancer, $"loadBalancer of the service {name}", Balancer, problems).GetValueOrDefault("servers") as YamlSequenceNode;
        if (servers is null || servers.Children.Count == 0)
        {
            problems.Add($"the service {name} has no servers");
        }

        foreach (var server in servers?.Children.Select(s => Map(s, $"a server of {name}", Server, problems)) ?? [])
        {
            var url = (server.GetValueOrDefault("url") as YamlScalarNode)?.Value;
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "h2c"))
            {
                problems.Add($"a server of the service {name} has no url of http, https or h2c");
            }
        }
    }

    private static Dictionary<string, YamlNode> Named(YamlNode? node, string what, List<string> problems)
    {
        if (node is YamlMappingNode { Children.Count: 0 })
        {
            problems.Add($"{what} is empty, which Traefik takes for a mistake");
        }

        return node is null ? [] : Map(node, what, null, problems);
    }

    private static Dictionary<string, YamlNode> Map(YamlNode node, string what, string[]? known, List<string> problems)
    {
        if (node is not YamlMappingNode map)
        {
            problems.Add($"{what} is no mapping");
            return [];
        }

        var entries = map.Children.ToDictionary(c => ((c.Key as YamlScalarNode)?.Value) ?? string.Empty, c => c.Value, StringComparer.Ordinal);
        problems.AddRange(entries.Keys.Where(k => known?.Contains(k) == false).Select(k => $"{what} has a key \"{k}\", which Traefik does not know"));
        return entries;
    }
}
