using System.Net;
using System.Text.Json;
using Slipway.Engine.Addresses;

namespace Slipway.Deployment.Observation;

/// <summary>Turns the engine's JSON into observations.</summary>
internal static class EngineReader
{
    private const string ProjectLabel = "com.docker.compose.project";
    private const string ServiceLabel = "com.docker.compose.service";

    public static EngineObservation Host(JsonElement info, EngineConnection connection)
    {
        var root = info.GetProperty("DockerRootDir").GetString()!;
        return new EngineObservation(
            info.GetProperty("ServerVersion").GetString()!,
            info.GetProperty("SystemTime").GetDateTimeOffset(),
            info.GetProperty("MemTotal").GetInt64(),
            connection.IsLocal ? HostResources.AvailableMemory() : null,
            connection.IsLocal ? HostResources.FreeDisk(root) : null);
    }

    public static IReadOnlyList<ContainerObservation> Containers(JsonElement containers, string project) =>
        [.. containers.EnumerateArray()
            .Where(c => Label(c, ProjectLabel) == project && Label(c, "com.docker.compose.oneoff") != "True")
            .Select(Container)];

    public static HashSet<string> ForeignNames(JsonElement containers, string project) =>
        [.. containers.EnumerateArray().Where(c => Label(c, ProjectLabel) != project).Select(Name)];

    public static Dictionary<int, string> ForeignPorts(JsonElement containers, string project)
    {
        var ports = new Dictionary<int, string>();
        foreach (var container in containers.EnumerateArray().Where(c => Label(c, ProjectLabel) != project))
        {
            foreach (var port in Published(container))
            {
                ports[port] = $"the container {Name(container)}";
            }
        }

        return ports;
    }

    public static Dictionary<string, ImageObservation> Images(JsonElement images)
    {
        var byName = new Dictionary<string, ImageObservation>(StringComparer.Ordinal);
        foreach (var json in images.EnumerateArray())
        {
            var image = new ImageObservation(
                json.GetProperty("Id").GetString()!,
                Texts(json, "RepoTags"),
                Texts(json, "RepoDigests"),
                Map(json, "Labels"),
                DateTimeOffset.FromUnixTimeSeconds(json.GetProperty("Created").GetInt64()));
            foreach (var name in image.Tags.Concat(image.Digests))
            {
                byName[name] = image;

                // The engine leaves out the default registry; compose files may write it.
                byName[name.Contains('/', StringComparison.Ordinal) ? "docker.io/" + name : "docker.io/library/" + name] = image;
            }
        }

        return byName;
    }

    public static IReadOnlyList<NetworkObservation> Networks(JsonElement networks) =>
        [.. networks.EnumerateArray().Select(network => new NetworkObservation(
            network.GetProperty("Name").GetString()!,
            network.GetProperty("IPAM").TryGetProperty("Config", out var config) && config.ValueKind == JsonValueKind.Array
                ? [.. config.EnumerateArray().Select(c => c.TryGetProperty("Subnet", out var subnet) ? subnet.GetString() : null).OfType<string>()]
                : []))];

    private static ContainerObservation Container(JsonElement json) => new(
        json.GetProperty("Id").GetString()!,
        Name(json),
        Label(json, ServiceLabel),
        json.GetProperty("ImageID").GetString()!,
        json.GetProperty("State").GetString()!,
        json.GetProperty("Status").GetString()!,
        DateTimeOffset.FromUnixTimeSeconds(json.GetProperty("Created").GetInt64()),
        Map(json, "Labels"),
        Addresses(json),
        Published(json))
    {
        Command = json.TryGetProperty("Command", out var command) ? command.GetString() ?? string.Empty : string.Empty,
    };

    private static Dictionary<string, IPAddress> Addresses(JsonElement container)
    {
        var addresses = new Dictionary<string, IPAddress>(StringComparer.Ordinal);
        if (container.GetProperty("NetworkSettings").TryGetProperty("Networks", out var networks) && networks.ValueKind == JsonValueKind.Object)
        {
            foreach (var network in networks.EnumerateObject())
            {
                // One that does not run has the address that it was given, if it was given one.
                if (IPAddress.TryParse(network.Value.GetProperty("IPAddress").GetString(), out var address)
                    || (network.Value.TryGetProperty("IPAMConfig", out var given) && given.ValueKind == JsonValueKind.Object
                        && given.TryGetProperty("IPv4Address", out var wanted) && IPAddress.TryParse(wanted.GetString(), out address)))
                {
                    addresses[network.Name] = address;
                }
            }
        }

        return addresses;
    }

    private static List<int> Published(JsonElement container) =>
        [.. container.GetProperty("Ports").EnumerateArray()
            .Where(p => p.TryGetProperty("PublicPort", out _))
            .Select(p => p.GetProperty("PublicPort").GetInt32())
            .Distinct()];

    private static string Name(JsonElement container) =>
        container.GetProperty("Names")
            .EnumerateArray()
            .Select(n => n.GetString()!.TrimStart('/'))
            .FirstOrDefault(n => !n.Contains('/', StringComparison.Ordinal))
        ?? container.GetProperty("Id").GetString()![..12];

    private static string Label(JsonElement json, string name) =>
        json.TryGetProperty("Labels", out var labels) && labels.ValueKind == JsonValueKind.Object && labels.TryGetProperty(name, out var value)
            ? value.GetString() ?? string.Empty
            : string.Empty;

    private static Dictionary<string, string> Map(JsonElement json, string name) =>
        json.TryGetProperty(name, out var map) && map.ValueKind == JsonValueKind.Object
            ? map.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString() ?? string.Empty, StringComparer.Ordinal)
            : [];

    private static IReadOnlyList<string> Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(t => t.GetString()!).Where(t => !t.StartsWith("<none>", StringComparison.Ordinal))]
            : [];
}
