namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose stop</c>.
/// </summary>
public sealed class DockerComposeStopSettings : AutoToolSettings
{
    /// <summary>Gets or sets the number after <c>--timeout</c>, in seconds; left out when null.</summary>
    public int? Timeout { get; set; }
}
