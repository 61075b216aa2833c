namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose kill</c>.
/// </summary>
public sealed class DockerComposeKillSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--remove-orphans</c> is given.</summary>
    public bool? RemoveOrphans { get; set; }

    /// <summary>Gets or sets the value of <c>--signal</c>; left out when null or empty.</summary>
    public string? Signal { get; set; }
}
