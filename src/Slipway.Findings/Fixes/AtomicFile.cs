namespace Slipway.Findings.Fixes;

/// <summary>Writes a file so that everybody sees either the old content or the new one, never a part.</summary>
public static class AtomicFile
{
    /// <summary>Replaces a file or creates it. Its mode and, where it is a link, the link are kept.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Its new content.</param>
    /// <exception cref="IOException">It can't be written; then nothing has changed.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written; then nothing has changed.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = PreparedFile.Write(path, content);
        file.Replace();
    }
}
