using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Compose.Text;

namespace Slipway.Compose.Services;

/// <summary>Reads one service of the JSON that compose prints.</summary>
internal static class ServiceReader
{
    public static ComposeService Read(string name, JsonElement service, ProjectPaths paths, ConfigHasher hashes) => new()
    {
        Name = name,
        Image = service.Text("image"),
        Build = Build(service, paths),
        Command = service.Words("command"),
        Entrypoint = service.Words("entrypoint"),
        Ports = [.. service.Items("ports").Select(Port)],
        Expose = service.Words("expose") ?? [],
        DependsOn = [.. service.Entries("depends_on").Select(Dependency)],
        HealthCheck = Health(service),
        Networks = [.. service.Entries("networks").Select(Network)],
        NetworkMode = service.Text("network_mode"),
        Volumes = [.. service.Items("volumes").Select(volume => Volume(volume, paths))],
        Configs = [.. service.Items("configs").Select(file => File(file, "/"))],
        Secrets = [.. service.Items("secrets").Select(file => File(file, "/run/secrets/"))],
        Restart = service.Text("restart"),
        DeployRestarts = service.Get("deploy")?.Get("restart_policy") is { } policy && policy.Text("condition") is null or "any",
        Profiles = service.Words("profiles") ?? [],
        Replicas = service.Number("scale") ?? service.Get("deploy")?.Number("replicas") ?? 1,
        HasScale = service.Get("scale") is not null,
        ContainerName = service.Text("container_name"),
        Environment = Values(service, "environment"),
        StopGracePeriod = ComposeDuration.Parse(service.Text("stop_grace_period")),
        Ties = Ties(service),
        MacAddress = service.Text("mac_address"),
        ConfigHash = hashes.Of(service),
    };

    private static BuildDefinition? Build(JsonElement service, ProjectPaths paths) => service.Get("build") is { } build
        ? new(paths.Relative(build.Text("context") ?? "."), build.Text("dockerfile"), build.Text("target"), Values(build, "args"))
        : null;

    private static ServicePort Port(JsonElement port) => new(
        port.Number("target") ?? 0, port.Text("published"), port.Text("protocol") ?? "tcp", port.Text("host_ip"));

    private static ServiceDependency Dependency(JsonProperty entry) => new(
        entry.Name,
        entry.Value.Text("condition") ?? "service_started",
        entry.Value.Get("required") is not { ValueKind: JsonValueKind.False },
        entry.Value.Flag("restart"));

    private static HealthCheck? Health(JsonElement service) => service.Get("healthcheck") is not { } check ? null : new()
    {
        Test = check.Words("test") ?? [],
        Interval = ComposeDuration.Parse(check.Text("interval")),
        Timeout = ComposeDuration.Parse(check.Text("timeout")),
        Retries = check.Number("retries"),
        StartPeriod = ComposeDuration.Parse(check.Text("start_period")),
        StartInterval = ComposeDuration.Parse(check.Text("start_interval")),
        Disabled = check.Flag("disable") || check.Words("test") is ["NONE", ..],
    };

    private static ServiceNetwork Network(JsonProperty entry) => new(
        entry.Name,
        entry.Value.Words("aliases") ?? [],
        entry.Value.Text("ipv4_address"),
        entry.Value.Text("ipv6_address"),
        entry.Value.Number("priority"));

    private static ServiceVolume Volume(JsonElement volume, ProjectPaths paths)
    {
        var type = volume.Text("type") ?? "volume";
        var source = volume.Text("source");
        return new(
            type,
            type == "bind" && source is not null ? paths.Relative(source) : source,
            volume.Text("target") ?? "",
            volume.Flag("read_only"));
    }

    private static ServiceFile File(JsonElement file, string folder)
    {
        var source = file.Text("source") ?? "";
        return new(source, file.Text("target") ?? folder + source);
    }

    private static HiddenValues Values(JsonElement parent, string key)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var entry in parent.Entries(key))
        {
            values[entry.Name] = entry.Value.ValueKind == JsonValueKind.Null ? null : entry.Value.AsText();
        }

        return values.Count == 0 ? HiddenValues.None : new(values.ToImmutable());
    }

    private static ImmutableArray<ServiceTie> Ties(JsonElement service)
    {
        var ties = ImmutableArray.CreateBuilder<ServiceTie>();
        ties.AddRange((service.Words("links") ?? []).Select(link => new ServiceTie("links", link.Split(':')[0])));
        ties.AddRange((service.Words("volumes_from") ?? [])
            .Where(from => !from.StartsWith("container:", StringComparison.Ordinal))
            .Select(from => new ServiceTie("volumes_from", from.Split(':')[0])));
        foreach (var key in (string[])["network_mode", "pid", "ipc"])
        {
            if (service.Text(key) is { } mode && mode.StartsWith("service:", StringComparison.Ordinal))
            {
                ties.Add(new(key, mode["service:".Length..]));
            }
        }

        return ties.ToImmutable();
    }
}
