namespace Cake.Docker;

/// <summary>
/// Options of <c>docker manifest annotate</c>.
/// </summary>
[Experimental]
public sealed class DockerManifestAnnotateSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--arch</c>; left out when null or empty.</summary>
    public string? Arch { get; set; }

    /// <summary>Gets or sets the value of <c>--os</c>; left out when null or empty.</summary>
    public string? Os { get; set; }

    /// <summary>Gets or sets the value of <c>--os-features</c>; left out when null or empty.</summary>
    public string? OsFeatures { get; set; }

    /// <summary>Gets or sets the value of <c>--variant</c>; left out when null or empty.</summary>
    public string? Variant { get; set; }
}
