using System.Net;

namespace Slipway.Deployment.Migrations;

/// <summary>The container of a migration job, or of one of the application's own, as the engine tells of it.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Lease">The lease of the deployer that started it; empty for one that noted none.</param>
/// <param name="State">The engine's word, such as <c>running</c>.</param>
/// <param name="Created">When it was created, by the engine's clock.</param>
/// <param name="Addresses">Its addresses on the engine's networks.</param>
internal sealed record MigrationJobState(string Id, string Name, string Lease, string State, DateTimeOffset Created, IReadOnlyList<IPAddress> Addresses)
{
    /// <summary>The job of the application's own that it runs, whose container stays and says how it ended; null for a migration job.</summary>
    public string? Service { get; init; }

    /// <summary>Whether its program may be at work.</summary>
    public bool IsAlive => State is not ("created" or "exited" or "dead" or "removing");
}
