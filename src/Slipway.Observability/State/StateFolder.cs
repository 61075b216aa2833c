using Slipway.Findings.Fixes;

namespace Slipway.Observability.State;

/// <summary>
/// The folder where Slipway keeps its files of an application, and the only place that creates it: for this user alone (0700, its
/// files 0600) and kept out of git. A folder or file that lets others in is mended by whoever writes next.
/// </summary>
/// <param name="path">The folder; it need not exist.</param>
public sealed class StateFolder(string path)
{
    /// <summary>The folder's name in the application's folder.</summary>
    public const string FolderName = ".slipway";

    /// <summary>The folder in it with the journals of runs.</summary>
    public const string Journals = "journal";

    /// <summary>The folder in it with the dumps of databases.</summary>
    public const string Backups = "backups";

    /// <summary>The file in it with the deployments of the application.</summary>
    public const string History = "history.jsonl";

    /// <summary>The file in it with the times of build steps.</summary>
    public const string StepTimes = "step-times.json";

    /// <summary>The file in it with compose's hashes of stateful services.</summary>
    public const string ComposeHashes = "compose-hashes";

    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode PrivateFolder = PrivateFile | UnixFileMode.UserExecute;

    private const string IgnoreFile = ".gitignore";

    /// <summary>The state folder of an application.</summary>
    /// <param name="application">The application's folder.</param>
    /// <returns>The state folder, which need not exist.</returns>
    public static StateFolder Of(string application) => new(Path.Combine(application, FolderName));

    /// <summary>Where something in the folder lies.</summary>
    /// <param name="name">Its path from the folder.</param>
    /// <returns>The full path.</returns>
    public string PathOf(string name) => Path.Combine(path, name);

    /// <summary>Creates the folder, or mends it.</summary>
    /// <exception cref="IOException">It can't be created.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be created.</exception>
    public void Create()
    {
        CreatePrivate(path);
        if (!File.Exists(PathOf(IgnoreFile)))
        {
            AtomicFile.Write(PathOf(IgnoreFile), "*\n"u8);
            Close(PathOf(IgnoreFile));
        }
    }

    /// <summary>Creates a folder in it, or mends it.</summary>
    /// <param name="name">The folder's name.</param>
    /// <returns>Its full path.</returns>
    /// <exception cref="IOException">It can't be created.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be created.</exception>
    public string CreateFolder(string name)
    {
        Create();
        CreatePrivate(PathOf(name));
        return PathOf(name);
    }

    /// <summary>Opens a file to write at its end, and to read; others may read it meanwhile.</summary>
    /// <param name="name">The file's path from the folder; it need not exist.</param>
    /// <returns>The file, at its end.</returns>
    /// <exception cref="IOException">It can't be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be opened.</exception>
    public FileStream Append(string name)
    {
        Make(name);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFile;
        }

        var file = new FileStream(PathOf(name), options);
        Close(PathOf(name));
        file.Seek(0, SeekOrigin.End);
        return file;
    }

    /// <summary>Replaces a file or creates it, so that a reader sees the old content or the new one. A file that has the content is left alone.</summary>
    /// <param name="name">The file's path from the folder.</param>
    /// <param name="content">Its new content.</param>
    /// <exception cref="IOException">It can't be written; then it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written; then it is as it was.</exception>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        Make(name);
        if (!File.Exists(PathOf(name)) || !content.SequenceEqual(File.ReadAllBytes(PathOf(name))))
        {
            // Overlay, hashes and times are made again when they are missing or wrong.
            AtomicFile.Write(PathOf(name), content, durable: false);
        }

        Close(PathOf(name));
    }

    private void Make(string name)
    {
        if (Path.GetDirectoryName(name) is { Length: > 0 } folder)
        {
            CreateFolder(folder);
        }
        else
        {
            Create();
        }
    }

    private static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, PrivateFolder);
        }

        Mend(folder, PrivateFolder);
    }

    private static void Close(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            Mend(file, PrivateFile);
        }
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void Mend(string thing, UnixFileMode mode)
    {
        try
        {
            if ((File.GetUnixFileMode(thing) & ~mode) != UnixFileMode.None)
            {
                File.SetUnixFileMode(thing, mode);
            }
        }
        catch (UnauthorizedAccessException)
        {
            // It is another user's, who shares it with this one: whom they let in is theirs to say.
        }
    }
}
