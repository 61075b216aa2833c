namespace Cake.Docker;

/// <summary>
/// Options of <c>docker volume inspect</c>.
/// </summary>
public sealed class DockerVolumeInspectSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--format</c>; left out when null or empty.</summary>
    public string? Format { get; set; }
}
