namespace Cake.Docker;

/// <summary>
/// Options of <c>docker swarm join</c>.
/// </summary>
public sealed class DockerSwarmJoinSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--advertise-addr</c>; left out when null or empty.</summary>
    public string? AdvertiseAddr { get; set; }

    /// <summary>Gets or sets the value of <c>--availability</c>; left out when null or empty.</summary>
    public string? Availability { get; set; }

    /// <summary>Gets or sets the value of <c>--data-path-addr</c>; left out when null or empty.</summary>
    public string? DataPathAddr { get; set; }

    /// <summary>Gets or sets the value of <c>--listen-addr</c>; left out when null or empty.</summary>
    public string? ListenAddr { get; set; }

    /// <summary>Gets or sets the value of <c>--token</c>; left out when null or empty. Logs don't show it.</summary>
    public string? Token { get; set; }

    /// <inheritdoc/>
    protected override string[] CollectSecretProperties() => [nameof(Token)];
}
