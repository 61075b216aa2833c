namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose push</c>.
/// </summary>
public sealed class DockerComposePushSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--ignore-push-failures</c> is given.</summary>
    public bool? IgnorePushFailures { get; set; }

    /// <summary>Gets or sets whether <c>--include-deps</c> is given.</summary>
    public bool? IncludeDeps { get; set; }

    /// <summary>Gets or sets whether <c>--quiet</c> is given.</summary>
    public bool? Quiet { get; set; }
}
