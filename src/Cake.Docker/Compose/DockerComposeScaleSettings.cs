namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose scale</c>.
/// </summary>
public sealed class DockerComposeScaleSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--no-deps</c> is given.</summary>
    public bool? NoDeps { get; set; }
}
