namespace Cake.Docker;

/// <summary>
/// Options of <c>docker buildx du</c>.
/// </summary>
public sealed class DockerBuildXDuSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--builder</c>; left out when null or empty.</summary>
    public string? Builder { get; set; }

    /// <summary>Gets or sets the value of <c>--filter</c>; left out when null or empty.</summary>
    public string? Filter { get; set; }

    /// <summary>Gets or sets whether <c>--verbose</c> is given.</summary>
    public bool Verbose { get; set; }
}
