using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Engine;

namespace Slipway.Deployment.Proxies;

/// <summary>How the engine is asked for a container that serves in a proxy's place.</summary>
internal static class SuccessorDefinition
{
    /// <summary>
    /// Lets the new program have a connection that waits in the old one's queue when that closes its port (Documentation/networking/ip-sysctl.rst;
    /// Linux 5.14).
    /// </summary>
    public const string Setting = "net.ipv4.tcp_migrate_req";

    // What the compose file may have given the proxy's container. Its volumes come from it as well, its environment is of its image.
    private static readonly ImmutableArray<string> Alike =
    [
        "LogConfig", "Memory", "MemorySwap", "MemoryReservation", "NanoCpus", "CpuShares", "CpusetCpus", "PidsLimit", "CapAdd", "CapDrop", "SecurityOpt",
        "ReadonlyRootfs", "Tmpfs", "Ulimits", "OomScoreAdj", "Runtime",
    ];

    /// <summary>Writes it.</summary>
    /// <param name="proxy">The proxy's container as the engine tells of it.</param>
    /// <param name="access">What is to run.</param>
    /// <param name="hasSetting">Whether the engine's kernel has <see cref="Setting"/>.</param>
    public static string Write(HandOverStep step, JsonElement proxy, ProxyAccess access, bool hasSetting)
    {
        var (id, host, labels) = (proxy.GetProperty("Id").GetString()!, proxy.GetProperty("HostConfig"), proxy.GetProperty("Config").GetProperty("Labels"));
        var definition = new JsonObject
        {
            ["Image"] = step.Image,
            ["User"] = proxy.GetProperty("Config").GetProperty("User").GetString(),
            ["Env"] = new JsonArray(access.Plan.Seat!.Environment),
            ["Labels"] = new JsonObject
            {
                [Labels.Application] = access.Plan.Application,
                [Labels.Successor] = step.ProxyContainer,
                [Labels.Seat] = $"{access.Plan.Seat.Mark}",
                [Labels.Fingerprint] = access.Plan.Fingerprint,
                [Labels.Proxy] = Label(labels, Labels.Proxy),
            },
        };
        Add(definition, "Entrypoint", step.Entrypoint);
        Add(definition, "Cmd", step.Words);
        var settings = new JsonObject
        {
            ["NetworkMode"] = $"container:{id}",
            ["VolumesFrom"] = new JsonArray(id),

            // When the engine starts again, the proxy's own container serves: it needs nobody else for that.
            ["RestartPolicy"] = new JsonObject { ["Name"] = "no" },
        };
        if (hasSetting)
        {
            settings["Sysctls"] = new JsonObject { [Setting] = "1" };
        }

        foreach (var name in Alike)
        {
            if (host.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                settings[name] = JsonNode.Parse(value.GetRawText());
            }
        }

        definition["HostConfig"] = settings;
        return definition.ToJsonString();
    }

    private static string Label(JsonElement labels, string name) =>
        labels.ValueKind == JsonValueKind.Object && labels.TryGetProperty(name, out var value) ? value.GetString()! : string.Empty;

    private static void Add(JsonObject definition, string name, ImmutableArray<string>? words)
    {
        if (words is { } given)
        {
            definition[name] = new JsonArray([.. given.Select(w => (JsonNode?)w)]);
        }
    }
}
