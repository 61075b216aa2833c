namespace Slipway.Dockerfiles.Contexts;

/// <summary>A file of a build context.</summary>
/// <param name="Path">Its path relative to the context, with forward slashes.</param>
/// <param name="Length">Its size in bytes.</param>
public sealed record ContextFile(string Path, long Length)
{
    /// <summary>Whether it is a symbolic link, to a file or a folder.</summary>
    public bool IsLink { get; init; }
}
