namespace Slipway.Findings.Fixes;

/// <summary>
/// New content of a file, written beside it and waiting to take its place, so that everybody sees either the old content or the
/// new one, never a part, and so that of several files none is replaced before all of them can be. The one way to write a file whole.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    private readonly string _target;
    private readonly string _temporary;

    private AtomicFile(string target, string temporary) => (_target, _temporary) = (target, temporary);

    /// <summary>Replaces a file or creates it. Its mode and, where it is a link, the link are kept.</summary>
    /// <param name="path">The file, which need not be there.</param>
    /// <param name="content">What shall stand in it.</param>
    /// <param name="durable">Whether it must have reached the disk first, which takes some milliseconds; false for what can be made again.</param>
    /// <exception cref="IOException">It can't be written; then nothing has changed.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written; then nothing has changed.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool durable = true)
    {
        using var file = Prepare(path, content, durable);
        file.Replace();
    }

    /// <summary>Writes the content beside a file. Its mode and, where it is a link, the link will be kept.</summary>
    /// <param name="path">The file, which need not be there.</param>
    /// <param name="content">Its new content.</param>
    /// <param name="durable">Whether it must have reached the disk first.</param>
    /// <returns>What waits to take its place; disposed of before it does, nothing has changed.</returns>
    /// <exception cref="IOException">It can't be written; then nothing has changed.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written; then nothing has changed.</exception>
    public static AtomicFile Prepare(string path, ReadOnlySpan<byte> content, bool durable = true)
    {
        var target = Path.GetFullPath(new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName);
        var prepared = new AtomicFile(target, $"{target}.{Guid.NewGuid():n}.tmp");
        try
        {
            using (var stream = new FileStream(prepared._temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: durable);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(prepared._temporary, File.GetUnixFileMode(target));
            }

            return prepared;
        }
        catch
        {
            prepared.Dispose();
            throw;
        }
    }

    /// <summary>Takes the file's place.</summary>
    /// <exception cref="IOException">It can't; then the file is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not; then the file is as it was.</exception>
    public void Replace() => File.Move(_temporary, _target, overwrite: true);

    /// <summary>Removes the content if it hasn't taken the file's place.</summary>
    public void Dispose() => File.Delete(_temporary);
}
