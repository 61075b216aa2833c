using System.Net;
using System.Text.Json;
using Slipway.Engine;

namespace Slipway.Deployment.Observation;

/// <summary>Turns the engine's JSON into observations.</summary>
internal static class EngineReader
{
    private const string ProjectLabel = "com.docker.compose.project";
    private const string ServiceLabel = "com.docker.compose.service";

    public static EngineObservation Host(JsonElement info, HostResources resources) => new(
        info.GetProperty("ServerVersion").GetString()!,
        info.GetProperty("SystemTime").GetDateTimeOffset(),
        info.GetProperty("MemTotal").GetInt64(),
        resources.AvailableMemory,
        resources.FreeDisk);

    public static IReadOnlyList<ContainerObservation> Containers(JsonElement containers, string project) =>
        [.. All(containers, project).Where(c => !c.IsEnding)];

    /// <summary>Those that have given up their names and end, or have ended.</summary>
    public static IReadOnlyList<ContainerObservation> Ending(JsonElement containers, string project) =>
        [.. All(containers, project).Where(c => c.IsEnding)];

    public static IReadOnlyList<SuccessorObservation> Successors(JsonElement containers, string application, IReadOnlyList<ContainerObservation> mine) =>
        [.. containers.EnumerateArray()
            .Where(c => Label(c, Labels.Application) == application && Label(c, Labels.Successor).Length > 0 && Label(c, Labels.Seat).Length == 1)
            .Select(container => new SuccessorObservation(
                Container(container) with
                {
                    ComposeService = mine.FirstOrDefault(m => m.Name == Label(container, Labels.Successor))?.ComposeService ?? string.Empty,
                },
                Label(container, Labels.Successor),
                Label(container, Labels.Seat)[0],
                Joined(container)))];

    /// <summary>The volumes with copied files that are whole: as long as they are being filled, there is a container for that.</summary>
    public static HashSet<string> CopiedFiles(JsonElement volumes, JsonElement containers)
    {
        var unfinished = containers.EnumerateArray().Select(c => Label(c, Labels.Files)).ToHashSet(StringComparer.Ordinal);
        return volumes.GetProperty("Volumes") is { ValueKind: JsonValueKind.Array } all
            ? [.. all.EnumerateArray().Select(v => v.GetProperty("Name").GetString()!).Where(v => !unfinished.Contains(v))]
            : [];
    }

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

    private static IEnumerable<ContainerObservation> All(JsonElement containers, string project) => containers.EnumerateArray()
        .Where(c => Label(c, ProjectLabel) == project && Label(c, "com.docker.compose.oneoff") != "True")
        .Select(Container);

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
        Image = Text(json, "Image") ?? string.Empty,
        Command = json.TryGetProperty("Command", out var command) ? command.GetString() ?? string.Empty : string.Empty,
        AnonymousVolumes = Anonymous(json),
        MountSources = Sources(json),
        Networks = json.GetProperty("NetworkSettings").TryGetProperty("Networks", out var networks) && networks.ValueKind == JsonValueKind.Object
            ? [.. networks.EnumerateObject().Select(n => n.Name)]
            : null,
    };

    private static Dictionary<string, string> Sources(JsonElement container)
    {
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var mount in container.TryGetProperty("Mounts", out var mounts) && mounts.ValueKind == JsonValueKind.Array ? mounts.EnumerateArray() : [])
        {
            if (Text(mount, "Destination") is { } path && (Text(mount, "Type") == "volume" ? Text(mount, "Name") : Text(mount, "Source")) is { } source)
            {
                sources[path] = source;
            }
        }

        return sources;
    }

    // The engine gives them names of 64 hexadecimal digits.
    private static List<string> Anonymous(JsonElement container) =>
        container.TryGetProperty("Mounts", out var mounts) && mounts.ValueKind == JsonValueKind.Array
            ? [.. mounts.EnumerateArray()
                .Where(m => Text(m, "Type") == "volume" && Text(m, "Name") is { Length: 64 } name && name.All(char.IsAsciiHexDigitLower))
                .Select(m => Text(m, "Destination")!)]
            : [];

    private static string Joined(JsonElement container)
    {
        const string Shared = "container:";
        var mode = container.TryGetProperty("HostConfig", out var host) ? Text(host, "NetworkMode") : null;
        return mode?.StartsWith(Shared, StringComparison.Ordinal) == true ? mode[Shared.Length..] : string.Empty;
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() : null;

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
