using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Slipway.Dockerfiles.Forecasting;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;

namespace Slipway.Linting.History;

/// <summary>The one way to git: what the last commits of the repository around a folder have changed.</summary>
/// <param name="commands">The seam to programs.</param>
internal sealed class GitHistory(ICommandRunner commands)
{
    private readonly ConcurrentDictionary<(string Root, int Commits), Lazy<IReadOnlyList<GitCommit>>> _logs = new();

    /// <summary>The files that each of the last commits changed within a folder.</summary>
    /// <param name="folder">The folder, absolute.</param>
    /// <param name="commits">How many commits.</param>
    /// <returns>Paths relative to the folder, the newest commit first; nothing without a repository or without git.</returns>
    public IReadOnlyList<IReadOnlyList<string>> ChangedFiles(string folder, int commits) =>
        Root(folder) is { } root
            ? [.. Log(root, commits).Select(c => (IReadOnlyList<string>)[.. Below(c.Changes.Select(f => f.Path), Prefix(root, folder))])]
            : [];

    /// <summary>The last commits with the files of a folder in each of them. What is not committed doesn't count.</summary>
    /// <param name="folder">The folder, absolute.</param>
    /// <param name="commits">How many commits; of a merge only the first parent's line.</param>
    /// <returns>The commits, the oldest first; nothing without a repository or without git.</returns>
    public IReadOnlyList<Commit> Commits(string folder, int commits)
    {
        if (Root(folder) is not { } root)
        {
            return [];
        }

        // From the newest tree back: each commit's changes tell what was there before it.
        var prefix = Prefix(root, folder);
        var tree = Newest(root, prefix);
        var found = new List<Commit>();
        foreach (var commit in Log(root, commits))
        {
            found.Add(new Commit(commit.Id, commit.Time, tree));
            var before = tree.ToBuilder();
            foreach (var change in commit.Changes.Where(c => c.Path.StartsWith(prefix, StringComparison.Ordinal)))
            {
                var path = change.Path[prefix.Length..];
                if (change.Before is { } file)
                {
                    before[path] = file;
                }
                else
                {
                    before.Remove(path);
                }
            }

            tree = before.ToImmutable();
        }

        found.Reverse();
        return found;
    }

    private static IEnumerable<string> Below(IEnumerable<string> files, string prefix) =>
        files.Where(f => f.StartsWith(prefix, StringComparison.Ordinal)).Select(f => f[prefix.Length..]);

    private static string Prefix(string root, string folder) =>
        Path.GetRelativePath(root, folder) is var below && below == "." ? string.Empty : below.Replace(Path.DirectorySeparatorChar, '/') + "/";

    private static string? Root(string folder)
    {
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            if (Path.Exists(Path.Combine(current, ".git")))
            {
                return current;
            }
        }

        return null;
    }

    private IReadOnlyList<GitCommit> Log(string root, int commits) => _logs.GetOrAdd((root, commits), key => new(() => GitCommit.Read(
        Ask(
            key.Root, "log", "--first-parent", "--raw", "--no-renames", "--no-abbrev", "-z", "--format=%x01%H %ct", "-n",
            key.Commits.ToString(CultureInfo.InvariantCulture))))).Value;

    private ImmutableDictionary<string, TreeFile> Newest(string root, string prefix)
    {
        var files = ImmutableDictionary.CreateBuilder<string, TreeFile>(StringComparer.Ordinal);
        foreach (var entry in Ask(root, "ls-tree", "-r", "-z", "HEAD").Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            // mode, type and name of the content, then a tab and the path.
            var tab = entry.IndexOf('\t', StringComparison.Ordinal);
            var path = entry[(tab + 1)..];
            if (tab > 0 && entry[..tab].Split(' ') is [var mode, _, var digest] && path.StartsWith(prefix, StringComparison.Ordinal))
            {
                files[path[prefix.Length..]] = new TreeFile(digest, mode);
            }
        }

        return files.ToImmutable();
    }

    private string Ask(string root, params string[] arguments)
    {
        try
        {
            var outcome = commands.RunAsync(new CommandLine(["git", "-C", root, .. arguments]), null, CancellationToken.None).GetAwaiter().GetResult();
            return outcome.ExitCode == 0 ? outcome.Output : string.Empty;
        }
        catch (SlipwayException)
        {
            // No git here: nothing is known.
            return string.Empty;
        }
    }
}
