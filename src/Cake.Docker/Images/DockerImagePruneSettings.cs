namespace Cake.Docker;

/// <summary>
/// Options of <c>docker image prune</c>.
/// </summary>
public sealed class DockerImagePruneSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--all</c> is given.</summary>
    public bool? All { get; set; }

    /// <summary>Gets or sets the value of <c>--filter</c>; left out when null or empty.</summary>
    public string? Filter { get; set; }

    /// <summary>Gets or sets whether <c>--force</c> is given.</summary>
    public bool? Force { get; set; }
}
