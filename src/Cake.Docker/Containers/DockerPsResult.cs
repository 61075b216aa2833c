namespace Cake.Docker;

/// <summary>
/// A container as <c>docker ps</c> shows it.
/// </summary>
public class DockerPsResult
{
    /// <summary>Gets or sets the identifier, shortened unless NoTrunc is set.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the image.</summary>
    public string? Image { get; set; }

    /// <summary>Gets or sets the command, shortened unless NoTrunc is set, without its quotes.</summary>
    public string? Command { get; set; }

    /// <summary>Gets or sets when it was created, such as <c>2 hours ago</c>.</summary>
    public string? Created { get; set; }

    /// <summary>Gets or sets what it does.</summary>
    public ContainerStatus Status { get; set; }

    /// <summary>Gets or sets the exit code; null while it runs.</summary>
    public int? ExitCode { get; set; }

    /// <summary>Gets or sets the name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets what the container has written, in bytes; null unless Size is set.</summary>
    public long? Size { get; set; }

    /// <summary>Gets or sets what it has written and its image together, in bytes; null unless Size is set.</summary>
    public long? VirtualSize { get; set; }
}
