namespace Cake.Docker;

/// <summary>
/// Options of <c>docker buildx imagetools create</c>.
/// </summary>
public sealed class DockerBuildXImageToolsCreateSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--append</c> is given.</summary>
    public bool Append { get; set; }

    /// <summary>Gets or sets the value of <c>--builder</c>; left out when null or empty.</summary>
    public string? Builder { get; set; }

    /// <summary>Gets or sets whether <c>--dry-run</c> is given.</summary>
    public bool DryRun { get; set; }

    /// <summary>Gets or sets the values of <c>--file</c>, which is repeated for each.</summary>
    public string[]? File { get; set; }

    /// <summary>Gets or sets the values of <c>--tag</c>, which is repeated for each.</summary>
    public string[]? Tag { get; set; }
}
