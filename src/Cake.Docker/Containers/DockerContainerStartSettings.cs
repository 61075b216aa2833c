namespace Cake.Docker;

/// <summary>
/// Options of <c>docker start</c>.
/// </summary>
public sealed class DockerContainerStartSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--attach</c> is given.</summary>
    public bool? Attach { get; set; }

    /// <summary>Gets or sets the value of <c>--checkpoint</c>; left out when null or empty.</summary>
    public string? Checkpoint { get; set; }

    /// <summary>Gets or sets the value of <c>--checkpoint-dir</c>; left out when null or empty.</summary>
    public string? CheckpointDir { get; set; }

    /// <summary>Gets or sets the value of <c>--detach-keys</c>; left out when null or empty.</summary>
    public string? DetachKeys { get; set; }

    /// <summary>Gets or sets whether <c>--interactive</c> is given.</summary>
    public bool? Interactive { get; set; }
}
