namespace Cake.Docker;

/// <summary>
/// Options of <c>docker cp</c>.
/// </summary>
public sealed class DockerContainerCpSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--archive</c> is given.</summary>
    public bool? Archive { get; set; }

    /// <summary>Gets or sets whether <c>--follow-link</c> is given.</summary>
    public bool? FollowLink { get; set; }
}
