using System.Collections.Immutable;

namespace Slipway.Compose.Services;

/// <summary>One service of a compose application, with every file merged and every variable filled in.</summary>
public sealed record ComposeService
{
    /// <summary>The service's name.</summary>
    public required string Name { get; init; }

    /// <summary>The image, or null when it is only built.</summary>
    public string? Image { get; init; }

    /// <summary>When compose pulls the image (<c>always</c>, <c>missing</c>, <c>never</c>, <c>build</c> and the like), or null when nothing is
    /// said.</summary>
    public string? PullPolicy { get; init; }

    /// <summary>How it is built, or null when it is only pulled.</summary>
    public BuildDefinition? Build { get; init; }

    /// <summary>The command, or null for the image's own.</summary>
    public ImmutableArray<string>? Command { get; init; }

    /// <summary>The entrypoint, or null for the image's own.</summary>
    public ImmutableArray<string>? Entrypoint { get; init; }

    /// <summary>The published ports.</summary>
    public ImmutableArray<ServicePort> Ports { get; init; } = [];

    /// <summary>Ports that are exposed to other containers only, as written.</summary>
    public ImmutableArray<string> Expose { get; init; } = [];

    /// <summary>The services that it waits for.</summary>
    public ImmutableArray<ServiceDependency> DependsOn { get; init; } = [];

    /// <summary>The name that its container has for itself, or null when none is given.</summary>
    public string? Hostname { get; init; }

    /// <summary>The health check, or null for the image's own.</summary>
    public HealthCheck? HealthCheck { get; init; }

    /// <summary>The networks that it is on.</summary>
    public ImmutableArray<ServiceNetwork> Networks { get; init; } = [];

    /// <summary><c>host</c>, <c>none</c>, <c>service:name</c> and the like, or null when it has networks.</summary>
    public string? NetworkMode { get; init; }

    /// <summary>The mounts.</summary>
    public ImmutableArray<ServiceVolume> Volumes { get; init; } = [];

    /// <summary>The services and containers whose mounts it has too, as written: <c>data</c>, <c>data:ro</c>, <c>container:name</c>.</summary>
    public ImmutableArray<string> VolumesFrom { get; init; } = [];

    /// <summary>The names by which it reaches others.</summary>
    public ImmutableArray<ServiceLink> Links { get; init; } = [];

    /// <summary>The configs in use.</summary>
    public ImmutableArray<ServiceFile> Configs { get; init; } = [];

    /// <summary>The secrets in use.</summary>
    public ImmutableArray<ServiceFile> Secrets { get; init; } = [];

    /// <summary>The restart policy (<c>no</c>, <c>always</c>, <c>on-failure</c>, <c>unless-stopped</c>), or null when none is given.</summary>
    public string? Restart { get; init; }

    /// <summary>Whether <c>deploy.restart_policy</c> asks for a restart after every exit.</summary>
    public bool DeployRestarts { get; init; }

    /// <summary>Whether an end with exit code 0 is meant to be one: the restart policy asks for another start after a failure at most.</summary>
    public bool MayEnd { get; init; }

    /// <summary>Whether it is started again after a failure, and only then.</summary>
    public bool TriesAgain { get; init; }

    /// <summary>Whether <c>deploy.restart_policy</c> says something, which wins over <c>restart</c>.</summary>
    public bool HasRestartPolicy { get; init; }

    /// <summary>What it takes of the host that two containers can't have at once, such as <c>the device /dev/ttyUSB0</c>.</summary>
    public ImmutableArray<string> Exclusive { get; init; } = [];

    /// <summary>Paths inside of its container that are held in memory.</summary>
    public ImmutableArray<string> InMemory { get; init; } = [];

    /// <summary>The profiles that it belongs to.</summary>
    public ImmutableArray<string> Profiles { get; init; } = [];

    /// <summary>How many containers are asked for; 1 when nothing is said, 0 when compose is to run none.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>Whether <c>scale</c> says how many, rather than <c>deploy.replicas</c>.</summary>
    public bool HasScale { get; init; }

    /// <summary>Whether compose runs commands in it after its start or before its end, which the engine knows nothing of.</summary>
    public bool HasHooks { get; init; }

    /// <summary>The fixed name of its container, or null.</summary>
    public string? ContainerName { get; init; }

    /// <summary>The environment; its values never show in text.</summary>
    public HiddenValues Environment { get; init; } = HiddenValues.None;

    /// <summary>The labels of its container; their values never show in text.</summary>
    public HiddenValues Labels { get; init; } = HiddenValues.None;

    /// <summary>Time between the stop signal and the kill; null means the engine's default of 10 s.</summary>
    public TimeSpan? StopGracePeriod { get; init; }

    /// <summary>Services that share something of theirs with this one, each with the key that says so (<c>links</c>, <c>ipc</c>).</summary>
    public ImmutableArray<ServiceTie> Ties { get; init; } = [];

    /// <summary>The fixed hardware address, or null.</summary>
    public string? MacAddress { get; init; }

    /// <summary>Digests of what is mounted read-only from the application's folder, by its path; they are part of the configuration's hash.</summary>
    public ImmutableArray<KeyValuePair<string, string>> MountDigests { get; init; } = [];

    /// <summary>See <see cref="ComposeModel.ConfigHash"/>.</summary>
    public required string ConfigHash { get; init; }
}
