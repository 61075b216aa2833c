namespace Cake.Docker;

/// <summary>
/// Options of <c>docker pull</c>.
/// </summary>
public sealed class DockerImagePullSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--all-tags</c> is given.</summary>
    public bool? AllTags { get; set; }

    /// <summary>Gets or sets the value of <c>--disable-content-trust</c>, which docker takes for true when it is left out.</summary>
    [AutoProperty(Format = Constants.BoolWithTrueDefaultFormat)]
    public bool? DisableContentTrust { get; set; }

    /// <summary>Gets or sets the value of <c>--platform</c>; left out when null or empty.</summary>
    public string? Platform { get; set; }
}
