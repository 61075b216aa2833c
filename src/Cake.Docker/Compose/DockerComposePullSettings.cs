namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose pull</c>.
/// </summary>
public sealed class DockerComposePullSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--ignore-buildable</c> is given.</summary>
    public bool? IgnoreBuildable { get; set; }

    /// <summary>Gets or sets whether <c>--ignore-pull-failures</c> is given.</summary>
    public bool? IgnorePullFailures { get; set; }

    /// <summary>Gets or sets whether <c>--include-deps</c> is given.</summary>
    public bool? IncludeDeps { get; set; }

    /// <summary>Gets or sets the value of <c>--policy</c>; left out when null or empty.</summary>
    public string? Policy { get; set; }

    /// <summary>Gets or sets whether <c>--quiet</c> is given.</summary>
    public bool? Quiet { get; set; }
}
