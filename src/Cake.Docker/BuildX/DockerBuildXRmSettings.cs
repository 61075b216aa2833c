namespace Cake.Docker;

/// <summary>
/// Options of <c>docker buildx rm</c>.
/// </summary>
public sealed class DockerBuildXRmSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--all-inactive</c> is given.</summary>
    public bool AllInactive { get; set; }

    /// <summary>Gets or sets the value of <c>--builder</c>; left out when null or empty.</summary>
    public string? Builder { get; set; }

    /// <summary>Gets or sets whether <c>--force</c> is given.</summary>
    public bool Force { get; set; }

    /// <summary>Gets or sets whether <c>--keep-daemon</c> is given.</summary>
    public bool KeepDaemon { get; set; }

    /// <summary>Gets or sets whether <c>--keep-state</c> is given.</summary>
    public bool KeepState { get; set; }
}
