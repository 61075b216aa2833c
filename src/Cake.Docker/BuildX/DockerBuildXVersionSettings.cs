namespace Cake.Docker;

/// <summary>
/// Options of <c>docker buildx version</c>.
/// </summary>
public sealed class DockerBuildXVersionSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--builder</c>; left out when null or empty.</summary>
    public string? Builder { get; set; }
}
