using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Compose.Text;

namespace Slipway.Compose.Services;

/// <summary>Reads one service of the JSON that compose prints.</summary>
internal static class ServiceReader
{
    public static ComposeService Read(JsonValue service, ProjectPaths paths, ConfigHasher hashes, BuildReader builds) => new()
    {
        Name = service.Name,
        Image = service.TextOf("image"),
        PullPolicy = service.TextOf("pull_policy"),
        Build = builds.Of(service),
        Command = service.Words("command"),
        Entrypoint = service.Words("entrypoint"),
        Ports = [.. service.Items("ports").Select(Port)],
        Expose = service.Words("expose") ?? [],
        DependsOn = [.. service.Entries("depends_on").Select(Dependency)],
        HealthCheck = Health(service),
        Networks = [.. service.Entries("networks").Select(Network)],
        NetworkMode = service.TextOf("network_mode"),
        Volumes = [.. service.Items("volumes").Select(v => Volume(v, paths))],
        Configs = [.. service.Items("configs").Select(f => File(f, "/"))],
        Secrets = [.. service.Items("secrets").Select(f => File(f, "/run/secrets/"))],
        Restart = service.TextOf("restart"),
        DeployRestarts = service.Get("deploy")?.Get("restart_policy") is { } policy && policy.TextOf("condition") is null or "any",
        MayEnd = ServiceRestarts.MayEnd(service),
        TriesAgain = ServiceRestarts.TriesAgain(service),
        HasRestartPolicy = ServiceRestarts.HasPolicy(service),
        Exclusive = [.. HostResources.Exclusive(service)],
        InMemory = [.. InMemory(service)],
        Profiles = service.Words("profiles") ?? [],
        Replicas = service.Number("scale") ?? service.Get("deploy")?.Number("replicas") ?? 1,
        HasScale = service.Get("scale") is not null,
        HasHooks = service.Get("post_start") is not null || service.Get("pre_stop") is not null,
        ContainerName = service.TextOf("container_name"),
        Hostname = service.TextOf("hostname"),
        Environment = HiddenValues.Of(service, "environment"),
        Labels = HiddenValues.Of(service, "labels"),
        StopGracePeriod = ComposeDuration.Parse(service.TextOf("stop_grace_period")),
        Ties = Ties(service),
        Links = [.. Links(service)],
        MacAddress = service.TextOf("mac_address") ?? service.Entries("networks").Select(n => n.TextOf("mac_address")).FirstOrDefault(m => m is not null),
        VolumesFrom = service.Words("volumes_from") ?? [],
        MountDigests = [.. hashes.Mounts(service)],
        ConfigHash = hashes.Of(service),
    };

    private static ServicePort Port(JsonValue port) => new(
        port.Number("target") ?? 0, port.TextOf("published"), port.TextOf("protocol") ?? "tcp", port.TextOf("host_ip"))
    {
        AppProtocol = port.TextOf("app_protocol"),
    };

    private static ServiceDependency Dependency(JsonValue entry) => new(
        entry.Name,
        entry.TextOf("condition") ?? "service_started",
        entry.Get("required") is not { Kind: JsonTokenType.False },
        entry.IsTrue("restart"));

    private static HealthCheck? Health(JsonValue service) => service.Get("healthcheck") is not { } check ? null : new()
    {
        Test = check.Words("test") ?? [],
        Interval = ComposeDuration.Parse(check.TextOf("interval")),
        Timeout = ComposeDuration.Parse(check.TextOf("timeout")),
        Retries = check.Number("retries"),
        StartPeriod = ComposeDuration.Parse(check.TextOf("start_period")),
        StartInterval = ComposeDuration.Parse(check.TextOf("start_interval")),
        Disabled = check.IsTrue("disable") || check.Words("test") is ["NONE", ..],
    };

    private static ServiceNetwork Network(JsonValue entry) => new(
        entry.Name,
        entry.Words("aliases") ?? [],
        entry.TextOf("ipv4_address"),
        entry.TextOf("ipv6_address"),
        entry.Number("priority"));

    private static ServiceVolume Volume(JsonValue volume, ProjectPaths paths)
    {
        var type = volume.TextOf("type") ?? "volume";
        var source = volume.TextOf("source");
        return new(
            type,
            type == "bind" && source is not null ? paths.Relative(source) : source,
            volume.TextOf("target") ?? "",
            volume.IsTrue("read_only"));
    }

    private static IEnumerable<string> InMemory(JsonValue service) =>
        (service.Words("tmpfs") ?? []).Select(t => t.Split(':')[0])
            .Concat(service.Items("volumes").Where(v => v.TextOf("type") == "tmpfs").Select(v => v.TextOf("target") ?? ""));

    private static ServiceFile File(JsonValue file, string folder)
    {
        var source = file.TextOf("source") ?? "";
        return new(source, file.TextOf("target") ?? folder + source);
    }

    private static IEnumerable<ServiceLink> Links(JsonValue service) => (service.Words("links") ?? [])
        .Select(l => l.Split(':', 2))
        .Select(p => new ServiceLink(p[0], p[^1]));

    private static ImmutableArray<ServiceTie> Ties(JsonValue service)
    {
        var ties = ImmutableArray.CreateBuilder<ServiceTie>();
        if (service.TextOf("network_mode") is not null)
        {
            // Without networks a link leads to the container itself.
            ties.AddRange(Links(service).Select(l => new ServiceTie("links", l.Service)));
        }

        ties.AddRange((service.Words("volumes_from") ?? [])
            .Where(f => !f.StartsWith("container:", StringComparison.Ordinal))
            .Select(f => new ServiceTie("volumes_from", f.Split(':')[0])));
        foreach (var key in (string[])["network_mode", "pid", "ipc"])
        {
            if (service.TextOf(key) is { } mode && mode.StartsWith("service:", StringComparison.Ordinal))
            {
                ties.Add(new(key, mode["service:".Length..]));
            }
        }

        return ties.ToImmutable();
    }
}
