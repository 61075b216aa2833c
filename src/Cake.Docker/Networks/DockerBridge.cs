namespace Cake.Docker;

/// <summary>
/// The networks that every engine has, by name.
/// </summary>
public static class DockerBridge
{
    /// <summary>The network of containers for which none is named.</summary>
    public const string Bridge = "bridge";

    /// <summary>The host's own network: no separation at all.</summary>
    public const string Host = "host";

    /// <summary>No network but the loopback interface.</summary>
    public const string None = "none";
}
