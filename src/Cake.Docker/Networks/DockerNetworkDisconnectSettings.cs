namespace Cake.Docker;

/// <summary>
/// Options of <c>docker network disconnect</c>.
/// </summary>
public sealed class DockerNetworkDisconnectSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--force</c> is given.</summary>
    public bool? Force { get; set; }
}
