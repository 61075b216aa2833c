namespace Cake.Docker;

/// <summary>
/// Options of <c>docker buildx create</c>.
/// </summary>
public sealed class DockerBuildXCreateSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--append</c> is given.</summary>
    public bool Append { get; set; }

    /// <summary>Gets or sets whether <c>--bootstrap</c> is given.</summary>
    public bool Bootstrap { get; set; }

    /// <summary>Gets or sets the value of <c>--builder</c>; left out when null or empty.</summary>
    public string? Builder { get; set; }

    /// <summary>Gets or sets the value of <c>--buildkitd-flags</c>; left out when null or empty.</summary>
    public string? BuildkitdFlags { get; set; }

    /// <summary>Gets or sets the value of <c>--config</c>; left out when null or empty.</summary>
    public string? Config { get; set; }

    /// <summary>Gets or sets the value of <c>--driver</c>; left out when null or empty.</summary>
    public string? Driver { get; set; }

    /// <summary>Gets or sets the values of <c>--driver-opt</c>, which is repeated for each.</summary>
    public string[]? DriverOpt { get; set; }

    /// <summary>Gets or sets whether <c>--leave</c> is given.</summary>
    public bool Leave { get; set; }

    /// <summary>Gets or sets the value of <c>--name</c>; left out when null or empty.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the value of <c>--node</c>; left out when null or empty.</summary>
    public string? Node { get; set; }

    /// <summary>Gets or sets the values of <c>--platform</c>, which is repeated for each.</summary>
    public string[]? Platform { get; set; }

    /// <summary>Gets or sets whether <c>--use</c> is given.</summary>
    public bool Use { get; set; }
}
