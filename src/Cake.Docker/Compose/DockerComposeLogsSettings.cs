namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose logs</c>.
/// </summary>
public sealed class DockerComposeLogsSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--follow</c> is given.</summary>
    public bool? Follow { get; set; }

    /// <summary>Gets or sets the number after <c>--index</c>; left out when null.</summary>
    public int? Index { get; set; }

    /// <summary>Gets or sets whether <c>--no-color</c> is given.</summary>
    public bool? NoColor { get; set; }

    /// <summary>Gets or sets whether <c>--no-log-prefix</c> is given.</summary>
    public bool? NoLogPrefix { get; set; }

    /// <summary>Gets or sets the value of <c>--since</c>; left out when null or empty.</summary>
    public string? Since { get; set; }

    /// <summary>Gets or sets the value of <c>--tail</c>; left out when null or empty.</summary>
    public string? Tail { get; set; }

    /// <summary>Gets or sets whether <c>--timestamps</c> is given.</summary>
    public bool? Timestamps { get; set; }

    /// <summary>Gets or sets the value of <c>--until</c>; left out when null or empty.</summary>
    public string? Until { get; set; }
}
