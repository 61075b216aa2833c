namespace Cake.Docker;

/// <summary>
/// Options of <c>docker buildx imagetools inspect</c>.
/// </summary>
public sealed class DockerBuildXImageToolsInspectSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--builder</c>; left out when null or empty.</summary>
    public string? Builder { get; set; }

    /// <summary>Gets or sets the value of <c>--format</c>; left out when null or empty.</summary>
    public string? Format { get; set; }

    /// <summary>Gets or sets whether <c>--raw</c> is given.</summary>
    public bool Raw { get; set; }
}
