namespace Cake.Docker;

/// <summary>
/// Options of <c>docker logs</c>.
/// </summary>
public sealed class DockerContainerLogsSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--details</c> is given.</summary>
    public bool? Details { get; set; }

    /// <summary>Gets or sets whether <c>--follow</c> is given.</summary>
    public bool? Follow { get; set; }

    /// <summary>Gets or sets the value of <c>--since</c>; left out when null or empty.</summary>
    public string? Since { get; set; }

    /// <summary>Gets or sets the value of <c>--tail</c>; left out when null or empty.</summary>
    public string? Tail { get; set; }

    /// <summary>Gets or sets whether <c>--timestamps</c> is given.</summary>
    public bool? Timestamps { get; set; }

    /// <summary>Gets or sets the value of <c>--until</c>; left out when null or empty.</summary>
    public string? Until { get; set; }
}
