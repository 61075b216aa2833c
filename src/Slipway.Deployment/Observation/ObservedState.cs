using Slipway.Databases.Migrations;
using Slipway.Deployment.Observation.Certificates;
using Slipway.Engine.Locks;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Observation;

/// <summary>Everything that Slipway saw before it decides: read side by side, then immutable.</summary>
public sealed record ObservedState
{
    /// <summary>The engine's host.</summary>
    public required EngineObservation Engine { get; init; }

    /// <summary>The application's containers.</summary>
    public IReadOnlyList<ContainerObservation> Containers { get; init; } = [];

    /// <summary>The application's containers that were told to end beside a deployment: they have neither names nor work any more.</summary>
    public IReadOnlyList<ContainerObservation> Ending { get; init; } = [];

    /// <summary>Host ports that other containers or programs hold, with who holds them.</summary>
    public IReadOnlyDictionary<int, string> ForeignPorts { get; init; } = new Dictionary<int, string>();

    /// <summary>The names of containers that are not the application's.</summary>
    public IReadOnlySet<string> ForeignNames { get; init; } = new HashSet<string>();

    /// <summary>The engine's images by every name that they have.</summary>
    public IReadOnlyDictionary<string, ImageObservation> Images { get; init; } = new Dictionary<string, ImageObservation>();

    /// <summary>What registries say that the names of images lead to which compose always pulls; none where they need not be asked.</summary>
    public IReadOnlyDictionary<string, RegistryObservation> Registries { get; init; } = new Dictionary<string, RegistryObservation>();

    /// <summary>The engine's networks.</summary>
    public IReadOnlyList<NetworkObservation> Networks { get; init; } = [];

    /// <summary>The application's volumes with files that were copied from a deployer's machine, as far as these copies are whole.</summary>
    public IReadOnlySet<string> CopiedFiles { get; init; } = new HashSet<string>();

    /// <summary>The releases that were deployed from this machine, with when they last began to serve; null for those that never did.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset?> Remembered { get; init; } = new Dictionary<string, DateTimeOffset?>();

    /// <summary>The leases on the application's lock.</summary>
    public IReadOnlyList<LeaseObservation> Leases { get; init; } = [];

    /// <summary>The proxies that Slipway set up.</summary>
    public IReadOnlyList<GatewayObservation> Gateways { get; init; } = [];

    /// <summary>The containers that were made to serve in a proxy's place, whether they do or not.</summary>
    public IReadOnlyList<SuccessorObservation> Successors { get; init; } = [];

    /// <summary>For each service behind a proxy the slot that the proxy with its names serves; none without a proxy.</summary>
    public IReadOnlyDictionary<string, Slot> ActiveSlots => Gateways
        .SelectMany(g => g.Slots.Select(s => (s.Key, s.Value, HasName: g.Answers.Contains(s.Key))))
        .GroupBy(s => s.Key)
        .ToDictionary(g => g.Key, g => g.OrderByDescending(s => s.HasName).First().Value, StringComparer.Ordinal);

    /// <summary>What each proxy had under way, as its kind prints it, by the proxy's container; without those that were not asked.</summary>
    public IReadOnlyDictionary<string, string> Connections { get; init; } = new Dictionary<string, string>();

    /// <summary>The database's schema.</summary>
    public SchemaObservation Schema { get; init; } = new(null, "the database is being asked");

    /// <summary>The migrations in the application's sources; null without any.</summary>
    public MigrationReading? Migrations { get; init; }

    /// <summary>The certificates of slipway.yaml, as they are on this machine now.</summary>
    public IReadOnlyList<CertificateObservation> Certificates { get; init; } = [];

    /// <summary>The certificate by which the authority is trusted that gives the proxy its certificates; null when slipway.yaml names none.</summary>
    public string? AuthorityRoot { get; init; }

    /// <summary>For each service that is built here, the hash over its build context.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();

    /// <summary>For each service that migrates the schema whenever it starts, what does.</summary>
    public IReadOnlyDictionary<string, string> MigratingStarts { get; init; } = new Dictionary<string, string>();

    /// <summary>For each compose service the hash by which compose sees that its definition changed.</summary>
    public IReadOnlyDictionary<string, string> ComposeHashes { get; init; } = new Dictionary<string, string>();

    /// <summary>The file by which a Traefik is told where the services are, as it stands on disk; null when there is none.</summary>
    public string? TraefikFile { get; init; }

    /// <summary>The overlay as it stands on disk; null when there is none.</summary>
    public string? Overlay { get; init; }

    /// <summary>The application's containers, with those that were made to serve in a proxy's place, and those that end.</summary>
    public IEnumerable<ContainerObservation> AllContainers => [.. Containers, .. Successors.Select(s => s.Container), .. Ending];

    /// <summary>The containers of one compose service.</summary>
    /// <param name="composeService">The service's name.</param>
    /// <returns>Its containers.</returns>
    public IEnumerable<ContainerObservation> Of(string composeService) => Containers.Where(c => c.ComposeService == composeService);

    /// <summary>The container that serves in the place of a proxy's container; null when that serves itself, or nobody could be asked.</summary>
    /// <param name="proxy">The name of the proxy's container.</param>
    public SuccessorObservation? ServingFor(string proxy) => Gateways.FirstOrDefault(g => g.Container == proxy)?.Seats is [var seat, ..]
        ? Successors.FirstOrDefault(s => s.Proxy == proxy && s.Mark == seat) : null;

    /// <summary>The container in a slot.</summary>
    /// <returns>The container, or null when the slot is empty.</returns>
    public ContainerObservation? In(string service, Slot slot) => Containers.FirstOrDefault(c => c.Service == service && c.Slot == slot);
}
