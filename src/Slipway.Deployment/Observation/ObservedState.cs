using Slipway.Databases.Alembic;
using Slipway.Databases.Migrations;
using Slipway.Engine.Locks;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Observation;

/// <summary>Everything that Slipway saw before it decides: read side by side, then immutable.</summary>
/// <param name="Engine">The engine's host.</param>
/// <param name="Containers">The application's containers.</param>
/// <param name="ForeignPorts">Host ports that other containers or programs hold, with who holds them.</param>
/// <param name="Images">The engine's images by every name that the application uses.</param>
/// <param name="Networks">The engine's networks.</param>
/// <param name="ActiveSlots">For each blue-green service the slot that the proxy serves; empty when the proxy does not run.</param>
/// <param name="Schema">The database's schema.</param>
/// <param name="Migrations">The migrations in the application's sources; null without any.</param>
/// <param name="Leases">The leases on the application's lock.</param>
/// <param name="Sources">For each service that is built here, the hash over its build context.</param>
/// <param name="ComposeHashes">For each compose service the hash by which compose sees that its definition changed.</param>
/// <param name="Overlay">The overlay as it stands on disk; null when there is none.</param>
public sealed record ObservedState(
    EngineObservation Engine,
    IReadOnlyList<ContainerObservation> Containers,
    IReadOnlyDictionary<int, string> ForeignPorts,
    IReadOnlyDictionary<string, ImageObservation> Images,
    IReadOnlyList<NetworkObservation> Networks,
    IReadOnlyDictionary<string, Slot> ActiveSlots,
    SchemaObservation Schema,
    MigrationReading? Migrations,
    IReadOnlyList<LeaseObservation> Leases,
    IReadOnlyDictionary<string, string> Sources,
    IReadOnlyDictionary<string, string> ComposeHashes,
    string? Overlay)
{
    /// <summary>What the proxy had under way, as its kind prints it; null when it was not asked.</summary>
    public string? Connections { get; init; }

    /// <summary>The containers of one compose service.</summary>
    /// <param name="composeService">The service's name.</param>
    /// <returns>Its containers.</returns>
    public IEnumerable<ContainerObservation> Of(string composeService) => Containers.Where(c => c.ComposeService == composeService);

    /// <summary>The container in a slot.</summary>
    /// <param name="service">The service.</param>
    /// <param name="slot">The slot.</param>
    /// <returns>The container, or null when the slot is empty.</returns>
    public ContainerObservation? In(string service, Slot slot) => Containers.FirstOrDefault(c => c.Service == service && c.Slot == slot);
}
