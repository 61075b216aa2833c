namespace Cake.Docker;

/// <summary>
/// Options of <c>docker volume rm</c>.
/// </summary>
public sealed class DockerVolumeRmSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--force</c> is given.</summary>
    public bool Force { get; set; }
}
