namespace Cake.Docker;

/// <summary>
/// Options of <c>docker network connect</c>.
/// </summary>
public sealed class DockerNetworkConnectSettings : AutoToolSettings
{
    /// <summary>Gets or sets the values of <c>--alias</c>, which is repeated for each.</summary>
    public string[]? Alias { get; set; }

    /// <summary>Gets or sets the value of <c>--ip</c>; left out when null or empty.</summary>
    public string? Ip { get; set; }

    /// <summary>Gets or sets the value of <c>--ip6</c>; left out when null or empty.</summary>
    public string? Ip6 { get; set; }

    /// <summary>Gets or sets the values of <c>--link</c>, which is repeated for each.</summary>
    public string[]? Link { get; set; }

    /// <summary>Gets or sets the values of <c>--link-local-ip</c>, which is repeated for each.</summary>
    public string[]? LinkLocalIp { get; set; }
}
