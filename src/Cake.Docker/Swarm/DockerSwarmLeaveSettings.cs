namespace Cake.Docker;

/// <summary>
/// Options of <c>docker swarm leave</c>.
/// </summary>
public sealed class DockerSwarmLeaveSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--force</c> is given.</summary>
    public bool? Force { get; set; }
}
