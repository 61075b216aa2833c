namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose cp</c>.
/// </summary>
public sealed class DockerComposeCpSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--archive</c> is given.</summary>
    public bool? Archive { get; set; }

    /// <summary>Gets or sets whether <c>--follow-link</c> is given.</summary>
    public bool? FollowLink { get; set; }

    /// <summary>Gets or sets the number after <c>--index</c>; left out when null.</summary>
    public int? Index { get; set; }
}
