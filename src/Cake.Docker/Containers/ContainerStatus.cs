namespace Cake.Docker;

/// <summary>
/// What a container does.
/// </summary>
public enum ContainerStatus
{
    /// <summary>It has not been started yet.</summary>
    Created,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It has ended and is about to be started again.</summary>
    Restarting,

    /// <summary>It is frozen.</summary>
    Paused,

    /// <summary>It has ended.</summary>
    Exited,
}
