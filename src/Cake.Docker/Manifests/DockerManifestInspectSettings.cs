namespace Cake.Docker;

/// <summary>
/// Options of <c>docker manifest inspect</c>.
/// </summary>
[Experimental]
public sealed class DockerManifestInspectSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--insecure</c> is given.</summary>
    public bool? Insecure { get; set; }

    /// <summary>Gets or sets whether <c>--verbose</c> is given.</summary>
    public bool? Verbose { get; set; }
}
