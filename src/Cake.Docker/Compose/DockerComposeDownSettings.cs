namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose down</c>.
/// </summary>
public sealed class DockerComposeDownSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--remove-orphans</c> is given.</summary>
    public bool? RemoveOrphans { get; set; }

    /// <summary>Gets or sets the value of <c>--rmi</c>; left out when null or empty.</summary>
    public string? Rmi { get; set; }

    /// <summary>Gets or sets the number after <c>--timeout</c>, in seconds; left out when null.</summary>
    public int? Timeout { get; set; }

    /// <summary>Gets or sets whether <c>--volumes</c> is given.</summary>
    public bool? Volumes { get; set; }
}
