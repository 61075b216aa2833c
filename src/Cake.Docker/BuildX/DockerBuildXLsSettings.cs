namespace Cake.Docker;

/// <summary>
/// Options of <c>docker buildx ls</c>.
/// </summary>
public sealed class DockerBuildXLsSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--builder</c>; left out when null or empty.</summary>
    public string? Builder { get; set; }
}
