namespace Cake.Docker;

/// <summary>
/// Options of <c>docker buildx use</c>.
/// </summary>
public sealed class DockerBuildXUseSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--builder</c>; left out when null or empty.</summary>
    public string? Builder { get; set; }

    /// <summary>Gets or sets whether <c>--default</c> is given.</summary>
    public bool Default { get; set; }

    /// <summary>Gets or sets whether <c>--global</c> is given.</summary>
    public bool Global { get; set; }
}
