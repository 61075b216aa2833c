namespace Cake.Docker;

/// <summary>
/// Options of <c>docker volume ls</c>.
/// </summary>
public sealed class DockerVolumeLsSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--filter</c>; left out when null or empty.</summary>
    public string? Filter { get; set; }

    /// <summary>Gets or sets the value of <c>--format</c>; left out when null or empty.</summary>
    public string? Format { get; set; }

    /// <summary>Gets or sets whether <c>--quiet</c> is given.</summary>
    public bool Quiet { get; set; }
}
