namespace Cake.Docker;

/// <summary>
/// Options of <c>docker rm</c>.
/// </summary>
public sealed class DockerContainerRmSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--force</c> is given.</summary>
    public bool? Force { get; set; }

    /// <summary>Gets or sets whether <c>--link</c> is given.</summary>
    public bool? Link { get; set; }

    /// <summary>Gets or sets whether <c>--volumes</c> is given.</summary>
    public bool? Volumes { get; set; }
}
