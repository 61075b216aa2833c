namespace Cake.Docker;

/// <summary>
/// Options of <c>docker buildx install</c>.
/// </summary>
public class DockerBuildXInstallSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--builder</c>; left out when null or empty.</summary>
    public string? Builder { get; set; }
}
