namespace Cake.Docker;

public sealed partial class DockerContainerCreateSettings
{
    /// <summary>Gets or sets the values of <c>--add-host</c>, which is repeated for each.</summary>
    public string[]? AddHost { get; set; }

    /// <summary>Gets or sets the values of <c>--dns</c>, which is repeated for each.</summary>
    public string[]? Dns { get; set; }

    /// <summary>Gets or sets the values of <c>--dns-option</c>, which is repeated for each.</summary>
    public string[]? DnsOption { get; set; }

    /// <summary>Gets or sets the values of <c>--dns-search</c>, which is repeated for each.</summary>
    public string[]? DnsSearch { get; set; }

    /// <summary>Gets or sets the values of <c>--expose</c>, which is repeated for each.</summary>
    public string[]? Expose { get; set; }

    /// <summary>Gets or sets the value of <c>--hostname</c>; left out when null or empty.</summary>
    public string? Hostname { get; set; }

    /// <summary>Gets or sets the value of <c>--ip</c>; left out when null or empty.</summary>
    public string? Ip { get; set; }

    /// <summary>Gets or sets the value of <c>--ip6</c>; left out when null or empty.</summary>
    public string? Ip6 { get; set; }

    /// <summary>Gets or sets the values of <c>--link</c>, which is repeated for each.</summary>
    public string[]? Link { get; set; }

    /// <summary>Gets or sets the values of <c>--link-local-ip</c>, which is repeated for each.</summary>
    public string[]? LinkLocalIp { get; set; }

    /// <summary>Gets or sets the value of <c>--mac-address</c>; left out when null or empty.</summary>
    public string? MacAddress { get; set; }

    /// <summary>Gets or sets the value of <c>--network</c>; left out when null or empty.</summary>
    public string? Network { get; set; }

    /// <summary>Gets or sets the values of <c>--network-alias</c>, which is repeated for each.</summary>
    public string[]? NetworkAlias { get; set; }

    /// <summary>Gets or sets the values of <c>--publish</c>, which is repeated for each.</summary>
    public string[]? Publish { get; set; }

    /// <summary>Gets or sets whether <c>--publish-all</c> is given.</summary>
    public bool? PublishAll { get; set; }
}
