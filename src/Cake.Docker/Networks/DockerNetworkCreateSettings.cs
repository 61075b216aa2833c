namespace Cake.Docker;

/// <summary>
/// Options of <c>docker network create</c>.
/// </summary>
public sealed class DockerNetworkCreateSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--attachable</c> is given.</summary>
    public bool? Attachable { get; set; }

    /// <summary>Gets or sets the values of <c>--aux-address</c>, which is repeated for each.</summary>
    public string[]? AuxAddress { get; set; }

    /// <summary>Gets or sets the value of <c>--config-from</c>; left out when null or empty.</summary>
    public string? ConfigFrom { get; set; }

    /// <summary>Gets or sets whether <c>--config-only</c> is given.</summary>
    public bool? ConfigOnly { get; set; }

    /// <summary>Gets or sets the value of <c>--driver</c>; left out when null or empty.</summary>
    public string? Driver { get; set; }

    /// <summary>Gets or sets the values of <c>--gateway</c>, which is repeated for each.</summary>
    public string[]? Gateway { get; set; }

    /// <summary>Gets or sets whether <c>--ingress</c> is given.</summary>
    public bool? Ingress { get; set; }

    /// <summary>Gets or sets whether <c>--internal</c> is given.</summary>
    public bool? Internal { get; set; }

    /// <summary>Gets or sets the values of <c>--ip-range</c>, which is repeated for each.</summary>
    public string[]? IpRange { get; set; }

    /// <summary>Gets or sets the value of <c>--ipam-driver</c>; left out when null or empty.</summary>
    public string? IpamDriver { get; set; }

    /// <summary>Gets or sets the values of <c>--ipam-opt</c>, which is repeated for each.</summary>
    public string[]? IpamOpt { get; set; }

    /// <summary>Gets or sets whether <c>--ipv6</c> is given.</summary>
    public bool? Ipv6 { get; set; }

    /// <summary>Gets or sets the values of <c>--label</c>, which is repeated for each.</summary>
    public string[]? Label { get; set; }

    /// <summary>Gets or sets the values of <c>--opt</c>, which is repeated for each.</summary>
    public string[]? Opt { get; set; }

    /// <summary>Gets or sets the value of <c>--scope</c>; left out when null or empty.</summary>
    public string? Scope { get; set; }

    /// <summary>Gets or sets the values of <c>--subnet</c>, which is repeated for each.</summary>
    public string[]? Subnet { get; set; }
}
