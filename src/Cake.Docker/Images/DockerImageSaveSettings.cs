namespace Cake.Docker;

/// <summary>
/// Options of <c>docker save</c>.
/// </summary>
public sealed class DockerImageSaveSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--output</c>; left out when null or empty.</summary>
    public string? Output { get; set; }
}
