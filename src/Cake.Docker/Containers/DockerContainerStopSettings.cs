namespace Cake.Docker;

/// <summary>
/// Options of <c>docker stop</c>.
/// </summary>
public sealed class DockerContainerStopSettings : AutoToolSettings
{
    /// <summary>
    /// Gets or sets how long to wait before killing, in seconds: <c>-t</c>, because the long name differs between versions; left out when null.
    /// </summary>
    [AutoProperty(Format = "-t {1}")]
    public int? Time { get; set; }
}
