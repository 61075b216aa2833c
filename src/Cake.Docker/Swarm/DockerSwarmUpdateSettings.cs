namespace Cake.Docker;

/// <summary>
/// Options of <c>docker swarm update</c>.
/// </summary>
public sealed class DockerSwarmUpdateSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--cert-expiry</c>; left out when null or empty.</summary>
    public string? CertExpiry { get; set; }

    /// <summary>Gets or sets the value of <c>--dispatcher-heartbeat</c>; left out when null or empty.</summary>
    public string? DispatcherHeartbeat { get; set; }

    /// <summary>Gets or sets the value of <c>--external-ca</c>; left out when null or empty.</summary>
    public string? ExternalCa { get; set; }

    /// <summary>Gets or sets the value of <c>--max-snapshots</c>; left out when null or empty.</summary>
    public string? MaxSnapshots { get; set; }

    /// <summary>Gets or sets the value of <c>--snapshot-interval</c>; left out when null or empty.</summary>
    public string? SnapshotInterval { get; set; }

    /// <summary>Gets or sets the number after <c>--task-history-limit</c>; left out when null.</summary>
    public long? TaskHistoryLimit { get; set; }
}
