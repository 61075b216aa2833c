namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose rm</c>.
/// </summary>
public sealed class DockerComposeRmSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--force</c> is given.</summary>
    public bool? Force { get; set; }

    /// <summary>Gets or sets whether <c>--stop</c> is given.</summary>
    public bool? Stop { get; set; }

    /// <summary>Gets or sets whether <c>--volumes</c> is given.</summary>
    public bool? Volumes { get; set; }
}
