using System.Globalization;
using Slipway.Deployment.Configuration.Requests;
using Slipway.Observability.Journal;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;
using YamlDotNet.RepresentationModel;

namespace Slipway.Deployment.Configuration;

/// <summary>Reads one service of slipway.yaml.</summary>
/// <param name="strategies">The strategies that it can have; the first that holds data stands in for one that is missing or wrong.</param>
/// <param name="problems">Receives the mistakes.</param>
internal sealed class ServiceReader(IReadOnlyList<IStrategy> strategies, List<ConfigurationProblem> problems)
{
    private static readonly Dictionary<string, SlotProtocol> Protocols = SlotProtocol.All.ToDictionary(p => p.Name, StringComparer.Ordinal);
    private static readonly string[] Known =
    [
        "strategy", "port", "protocol", "ports", "host", "health", "smoke", "hosts", "routes", "ready", "drain",
        "canary", "canary-sticky", .. RequestReader.ServiceKeys,
    ];

    /// <summary>Reads it.</summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="place">Where its name stands.</param>
    public ServiceSettings Read(string file, string name, Place place, YamlNode node)
    {
        var map = new YamlMap(file, $"service \"{name}\"", node, problems, Known);
        map.Required("strategy");
        var strategy = map.Choice("strategy", strategies.First(s => s.HoldsData), strategies.ToDictionary(s => s.Name, StringComparer.Ordinal));
        var port = map.Number("port", 0, 1, 65535);
        if (strategy.IsBehindProxy && !map.Keys.ContainsKey("port"))
        {
            problems.Add(new ConfigurationProblem(place, $"service \"{name}\" is {strategy.Name} and needs \"port\", the port that it serves on"));
        }

        var more = Ports(file, map, name, port);
        var (hosts, routes) = (Hosts(map, name), map.Items("routes"));
        var settings = new ServiceSettings
        {
            Name = name,
            Strategy = strategy,
            Port = port,
            Protocol = map.Choice("protocol", SlotProtocol.Http, Protocols),
            More = [.. more.Select(m => m.Port)],
            MorePlaces = more.DistinctBy(m => m.Port.Number).ToDictionary(m => m.Port.Number, m => m.Place),
            Host = map.Text("host") ?? "localhost",
            Health = map.Text("health") ?? "/",
            Smoke = map.List("smoke"),
            Hosts = [.. hosts.Select(h => h.Text)],
            Routes = [.. routes.Select(r => r.Text)],
            RoutePlaces = new Dictionary<string, Place>(routes.Concat(hosts).Select(i => KeyValuePair.Create(i.Text, i.Place)).DistinctBy(i => i.Key)),
            Ready = map.Duration("ready", strategy.RunsOnce ? TimeSpan.FromMinutes(10) : TimeSpan.FromSeconds(120)),
            Drain = map.Duration("drain", TimeSpan.FromSeconds(30)),
            Requests = new RequestReader(problems).Read(map, isOfService: true),
            Canary = new CanaryReader(file, problems).Read(name, map),
            CanaryPlace = map.Keys.GetValueOrDefault("canary", place),
            Place = place,
            PortPlace = map.Keys.GetValueOrDefault("port", place),
        };
        foreach (var path in (settings.AsksContainer ? [] : new[] { settings.Health }).Concat(settings.Smoke).Concat(settings.Routes)
            .Where(p => !p.StartsWith('/')))
        {
            problems.Add(new ConfigurationProblem(place, $"\"{path}\" in service \"{name}\" must be a path that begins with /"));
        }

        foreach (var path in settings.Smoke.Append(settings.Health).Where(p => p.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))))
        {
            problems.Add(new ConfigurationProblem(
                place, $"\"{VisibleText.Of(path).Replace("\n", "\\n", StringComparison.Ordinal)}\" in service \"{name}\" has a space or a line break in it"));
        }

        return settings;
    }

    // Each is a number, or a mapping that says what is spoken there.
    private List<(SlotPort Port, Place Place)> Ports(string file, YamlMap map, string name, int first)
    {
        var ports = new List<(SlotPort Port, Place Place)>();
        foreach (var (node, place) in map.Nodes("ports"))
        {
            var entry = node is YamlScalarNode
                ? new YamlMap(file, $"ports of service \"{name}\"", new YamlMappingNode("port", node), problems)
                : new YamlMap(file, $"ports of service \"{name}\"", node, problems, "port", "protocol");
            if (node is YamlScalarNode { Value: var text } && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                problems.Add(new ConfigurationProblem(
                    place, $"\"{text}\" in ports of service \"{name}\" is no port", "write 9000 or {port: 9000, protocol: grpc}"));
                continue;
            }

            entry.Required("port");
            var number = entry.Number("port", 0, 1, 65535);
            var protocol = entry.Choice("protocol", SlotProtocol.Http, Protocols);
            if (number > 0 && (number == first || ports.Exists(p => p.Port.Number == number)))
            {
                problems.Add(new ConfigurationProblem(place, $"service \"{name}\" has port {number} already"));
            }
            else if (number > 0)
            {
                ports.Add((new SlotPort(number, protocol), place));
            }
        }

        return ports;
    }

    private List<(string Text, Place Place)> Hosts(YamlMap map, string name)
    {
        var hosts = new List<(string Text, Place Place)>();
        foreach (var (text, place) in map.Items("hosts"))
        {
            if (HostPattern.IsOne(text))
            {
                hosts.Add((text.ToLowerInvariant(), place));
            }
            else
            {
                problems.Add(new ConfigurationProblem(
                    place, $"\"{text}\" in service \"{name}\" is no host name", "write shop.example.org or *.example.org, without scheme, port and path"));
            }
        }

        return hosts;
    }
}
