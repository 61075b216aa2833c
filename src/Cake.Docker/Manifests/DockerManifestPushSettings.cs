namespace Cake.Docker;

/// <summary>
/// Options of <c>docker manifest push</c>.
/// </summary>
[Experimental]
public sealed class DockerManifestPushSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--insecure</c> is given.</summary>
    public bool? Insecure { get; set; }

    /// <summary>Gets or sets whether <c>--purge</c> is given.</summary>
    public bool? Purge { get; set; }
}
