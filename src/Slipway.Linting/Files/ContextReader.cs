using System.Collections.Concurrent;
using System.IO.Enumeration;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Ignoring;
using Slipway.Linting.History;

namespace Slipway.Linting.Files;

/// <summary>Reads build contexts from the disk, each folder once.</summary>
/// <param name="start">The folder that shown paths are relative to.</param>
/// <param name="history">What git knows.</param>
internal sealed class ContextReader(string start, GitHistory history)
{
    private const int Commits = 50;

    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<ContextFile>>> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<long>> _repositories = new(StringComparer.Ordinal);

    /// <summary>Reads a context.</summary>
    /// <param name="place">The Dockerfile.</param>
    /// <param name="isAlone">Whether no other Dockerfile is built in this context.</param>
    /// <returns>What is known of it.</returns>
    public BuildContext Read(DockerfilePlace place, bool isAlone)
    {
        var (context, check) = (place.Context, place.Arguments.GetValueOrDefault("BUILDKIT_DOCKERFILE_CHECK"));
        if (!Directory.Exists(context))
        {
            return BuildContext.Unknown with { NamedContexts = [.. place.Contexts], CheckArgument = check };
        }

        // The engine takes the ignore file that is named after the Dockerfile, if there is one. Where several are built in one
        // folder, only that can say what is right for one of them.
        var (own, shared) = (place.File + ".dockerignore", Path.Combine(context, ".dockerignore"));
        var (hasOwn, hasShared) = (File.Exists(own), File.Exists(shared));
        var files = _files.GetOrAdd(context, c => new(() => FilesOf(c))).Value;
        var others = files.Any(f => IsDockerfile(f.Path) && Path.Combine(context, f.Path) != place.File);
        var path = hasOwn || (!hasShared && (!isAlone || others)) ? own : shared;
        return new BuildContext
        {
            Files = files,
            RepositoryBytes = _repositories.GetOrAdd(context, c => new(() => RepositoryBytes(c))).Value,
            Ignore = hasOwn || hasShared ? IgnoreFile.Parse(File.ReadAllText(path)) : null,
            IgnorePath = ShownPath.Of(path, start),
            NamedContexts = [.. place.Contexts],
            CheckArgument = check,
            Commits = history.ChangedFiles(context, Commits),
            ReadText = r => ReadText(Path.Combine(context, r)),
        };
    }

    // Whatever builds them, a workflow or a bake file, may do it in this folder.
    private static bool IsDockerfile(string path) => Path.GetFileName(path) is var name && !path.Contains("node_modules/", StringComparison.Ordinal)
        && !name.EndsWith(".dockerignore", StringComparison.Ordinal)
        && (name is "Dockerfile" or "Containerfile" || name.StartsWith("Dockerfile.", StringComparison.Ordinal)
            || name.EndsWith(".Dockerfile", StringComparison.OrdinalIgnoreCase));

    private static string? ReadText(string file) => new FileInfo(file) is { Exists: true, Length: > 0 } ? File.ReadAllText(file) : File.Exists(file)
        ? string.Empty : null;

    private static List<ContextFile> FilesOf(string context) =>
    [
        .. new FileSystemEnumerable<ContextFile>(context, (ref e) => Entry(ref e, context), Options())
        {
            ShouldIncludePredicate = (ref e) => !e.IsDirectory,
            ShouldRecursePredicate = (ref e) => e.FileName is not ".git" && (e.Attributes & FileAttributes.ReparsePoint) == 0,
        },
    ];

    private static ContextFile Entry(ref FileSystemEntry entry, string context) =>
        new(Path.GetRelativePath(context, entry.ToFullPath()).Replace(Path.DirectorySeparatorChar, '/'), entry.Length)
        {
            IsLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0,
        };

    private static long RepositoryBytes(string context)
    {
        var git = Path.Combine(context, ".git");
        return Directory.Exists(git) ? new FileSystemEnumerable<long>(git, (ref e) => e.IsDirectory ? 0 : e.Length, Options()).Sum() : 0;
    }

    private static EnumerationOptions Options() => new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };
}
