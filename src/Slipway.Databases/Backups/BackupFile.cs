using System.Security.Cryptography;
using System.Text;

namespace Slipway.Databases.Backups;

/// <summary>
/// Writes and verifies the file of a backup. A file of the final name is always complete: it is written under another
/// name, forced to the disk and only then renamed.
/// </summary>
public static class BackupFile
{
    /// <summary>What the name of an unfinished backup ends in.</summary>
    public const string PartialExtension = ".partial";

    /// <summary>What the name of the file with the hash ends in.</summary>
    public const string HashExtension = ".sha256";

    private const int BufferSize = 128 * 1024;

    /// <summary><c>ENOSPC</c> of Linux and macOS, as .NET puts it into <see cref="Exception.HResult"/>.</summary>
    private const int NoSpaceLeft = 28;

    /// <summary><c>ERROR_DISK_FULL</c> of Windows.</summary>
    private const int DiskFull = unchecked((int)0x80070070);

    /// <summary>Writes a backup.</summary>
    /// <param name="source">The dump as it comes.</param>
    /// <param name="path">The path of the finished file. It must not exist yet; its folder is made. Only this user may read it.</param>
    /// <param name="finished">
    /// Asked after the last byte whether the program that dumped has succeeded: null if so, else what it said. A dump
    /// that broke off can look like one that ended.
    /// </param>
    /// <param name="cancellation">Ends the backup and removes what was written.</param>
    /// <returns>The backup, or the problem, with nothing left on the disk.</returns>
    /// <exception cref="OperationCanceledException">The backup was ended.</exception>
    public static async Task<BackupResult> WriteAsync(
        Stream source, string path, Func<CancellationToken, Task<string?>> finished, CancellationToken cancellation)
    {
        var partial = path + PartialExtension;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            if (File.Exists(path))
            {
                return Refused(path, "there is a backup of that name already", "choose another name");
            }

            var (bytes, hash) = await StreamAsync(source, partial, cancellation);
            if (await finished(cancellation) is { } complaint)
            {
                return Refused(path, $"the dump failed: {complaint.Trim()}", "");
            }

            if (await HeaderProblemAsync(partial, path, cancellation) is { } problem)
            {
                return new(null, problem);
            }

            // The hash comes first: a dump without one would be of no use, a hash without a dump does no harm.
            await using (var file = Create(path + HashExtension))
            {
                await file.WriteAsync(Encoding.UTF8.GetBytes($"{hash}  {Path.GetFileName(path)}\n"), cancellation);
            }

            File.Move(partial, path);
            return new(new(path, bytes, hash), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.HResult is NoSpaceLeft or DiskFull
                ? Refused(path, "the disk is full", "make room, or keep fewer backups")
                : Refused(path, $"the backup broke off: {exception.Message}", "");
        }
        finally
        {
            Forget(partial);
            if (!File.Exists(path))
            {
                Forget(path + HashExtension);
            }
        }
    }

    /// <summary>Reads a backup again and compares it with the hash that was taken while it was written.</summary>
    /// <param name="path">The dump's path.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    /// <returns>The backup, or what is wrong with it.</returns>
    /// <exception cref="OperationCanceledException">The comparison was ended.</exception>
    public static async Task<BackupResult> VerifyAsync(string path, CancellationToken cancellation)
    {
        const string MakeAnother = "make another backup";
        try
        {
            if (!File.Exists(path))
            {
                return Refused(path, "there is no such file", MakeAnother);
            }

            if (await HeaderProblemAsync(path, path, cancellation) is { } problem)
            {
                return new(null, problem);
            }

            if (!File.Exists(path + HashExtension))
            {
                return Refused(path, "its hash is missing", MakeAnother);
            }

            var expected = (await File.ReadAllTextAsync(path + HashExtension, cancellation)).Split(' ')[0];
            await using var file = File.OpenRead(path);
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
            return hash == expected
                ? new(new(path, file.Length, hash), null)
                : Refused(path, "it is damaged: its hash is not the one that was taken when it was written", MakeAnother);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refused(path, $"it can't be read: {exception.Message}", MakeAnother);
        }
    }

    private static async Task<(long Bytes, string Hash)> StreamAsync(Stream source, string partial, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = Create(partial);
        var buffer = new byte[BufferSize];
        var bytes = 0L;
        int read;
        while ((read = await source.ReadAsync(buffer, cancellation)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            bytes += read;
        }

        RandomAccess.FlushToDisk(file.SafeFileHandle);
        return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    // A dump holds all that the application knows: it is for this user alone.
    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private static async Task<DatabaseProblem?> HeaderProblemAsync(string file, string path, CancellationToken cancellation)
    {
        await using var dump = File.OpenRead(file);
        if (dump.Length == 0)
        {
            return new(path, "the dump is empty", "see what pg_dump says");
        }

        var start = new byte[PgDump.Header.Length];
        var read = await dump.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        return Encoding.ASCII.GetString(start, 0, read) == PgDump.Header
            ? null
            : new(path, "this is no dump of PostgreSQL's custom format", "see what pg_dump says");
    }

    private static BackupResult Refused(string path, string message, string remedy) => new(null, new(path, message, remedy));

    /// <summary>The folder itself may be missing, which is what the result already says.</summary>
    private static void Forget(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }
}
