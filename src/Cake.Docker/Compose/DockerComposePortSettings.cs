namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose port</c>.
/// </summary>
public sealed class DockerComposePortSettings : AutoToolSettings
{
    /// <summary>Gets or sets the number after <c>--index</c>; left out when null.</summary>
    public int? Index { get; set; }

    /// <summary>Gets or sets the value of <c>--protocol</c>; left out when null or empty.</summary>
    public string? Protocol { get; set; }
}
