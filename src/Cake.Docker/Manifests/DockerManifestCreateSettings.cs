namespace Cake.Docker;

/// <summary>
/// Options of <c>docker manifest create</c>.
/// </summary>
[Experimental]
public sealed class DockerManifestCreateSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--amend</c> is given.</summary>
    public bool? Amend { get; set; }

    /// <summary>Gets or sets whether <c>--insecure</c> is given.</summary>
    public bool? Insecure { get; set; }
}
