namespace Cake.Docker;

/// <summary>
/// Options of <c>docker buildx prune</c>.
/// </summary>
public sealed class DockerBuildXPruneSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--all</c> is given.</summary>
    public bool All { get; set; }

    /// <summary>Gets or sets the value of <c>--builder</c>; left out when null or empty.</summary>
    public string? Builder { get; set; }

    /// <summary>Gets or sets the value of <c>--filter</c>; left out when null or empty.</summary>
    public string? Filter { get; set; }

    /// <summary>Gets or sets whether <c>--force</c> is given.</summary>
    public bool Force { get; set; }

    /// <summary>Gets or sets the value of <c>--keep-storage</c>; left out when null or empty.</summary>
    public string? KeepStorage { get; set; }

    /// <summary>Gets or sets whether <c>--verbose</c> is given.</summary>
    public bool Verbose { get; set; }
}
