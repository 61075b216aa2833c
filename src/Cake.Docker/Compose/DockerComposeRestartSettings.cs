namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose restart</c>.
/// </summary>
public sealed class DockerComposeRestartSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--no-deps</c> is given.</summary>
    public bool? NoDeps { get; set; }

    /// <summary>Gets or sets the number after <c>--timeout</c>, in seconds; left out when null.</summary>
    public int? Timeout { get; set; }
}
