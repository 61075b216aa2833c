namespace Cake.Docker;

/// <summary>
/// Options of <c>docker volume prune</c>.
/// </summary>
public sealed class DockerVolumePruneSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--filter</c>; left out when null or empty.</summary>
    public string? Filter { get; set; }

    /// <summary>Gets or sets whether <c>--force</c> is given.</summary>
    public bool Force { get; set; }
}
