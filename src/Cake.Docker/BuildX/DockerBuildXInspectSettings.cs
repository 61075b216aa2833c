namespace Cake.Docker;

/// <summary>
/// Options of <c>docker buildx inspect</c>.
/// </summary>
public sealed class DockerBuildXInspectSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--bootstrap</c> is given.</summary>
    public bool Bootstrap { get; set; }

    /// <summary>Gets or sets the value of <c>--builder</c>; left out when null or empty.</summary>
    public string? Builder { get; set; }
}
