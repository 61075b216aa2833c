namespace Cake.Docker;

/// <summary>
/// Options of <c>docker swarm init</c>.
/// </summary>
public sealed class DockerSwarmInitSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--advertise-addr</c>; left out when null or empty.</summary>
    public string? AdvertiseAddr { get; set; }

    /// <summary>Gets or sets whether <c>--autolock</c> is given.</summary>
    public bool? Autolock { get; set; }

    /// <summary>Gets or sets the value of <c>--availability</c>; left out when null or empty.</summary>
    public string? Availability { get; set; }

    /// <summary>Gets or sets the value of <c>--cert-expiry</c>; left out when null or empty.</summary>
    public string? CertExpiry { get; set; }

    /// <summary>Gets or sets the value of <c>--data-path-addr</c>; left out when null or empty.</summary>
    public string? DataPathAddr { get; set; }

    /// <summary>Gets or sets the value of <c>--dispatcher-heartbeat</c>; left out when null or empty.</summary>
    public string? DispatcherHeartbeat { get; set; }

    /// <summary>Gets or sets the value of <c>--external-ca</c>; left out when null or empty.</summary>
    public string? ExternalCa { get; set; }

    /// <summary>Gets or sets whether <c>--force-new-cluster</c> is given.</summary>
    public bool? ForceNewCluster { get; set; }

    /// <summary>Gets or sets the value of <c>--listen-addr</c>; left out when null or empty.</summary>
    public string? ListenAddr { get; set; }

    /// <summary>Gets or sets the value of <c>--max-snapshots</c>; left out when null or empty.</summary>
    public string? MaxSnapshots { get; set; }

    /// <summary>Gets or sets the value of <c>--snapshot-interval</c>; left out when null or empty.</summary>
    public string? SnapshotInterval { get; set; }

    /// <summary>Gets or sets the number after <c>--task-history-limit</c>; left out when null.</summary>
    public long? TaskHistoryLimit { get; set; }
}
