namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose ps</c>.
/// </summary>
public sealed class DockerComposePsSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--all</c> is given.</summary>
    public bool? All { get; set; }

    /// <summary>Gets or sets the values of <c>--filter</c>, which is repeated for each.</summary>
    public string[]? Filter { get; set; }

    /// <summary>Gets or sets the value of <c>--format</c>; left out when null or empty.</summary>
    public string? Format { get; set; }

    /// <summary>Gets or sets whether <c>--no-trunc</c> is given.</summary>
    public bool? NoTrunc { get; set; }

    /// <summary>Gets or sets whether <c>--orphans</c> is given.</summary>
    public bool? Orphans { get; set; }

    /// <summary>Gets or sets whether <c>--quiet</c> is given.</summary>
    public bool? Quiet { get; set; }

    /// <summary>Gets or sets whether <c>--services</c> is given.</summary>
    public bool? Services { get; set; }

    /// <summary>Gets or sets the values of <c>--status</c>, which is repeated for each.</summary>
    public string[]? Status { get; set; }
}
