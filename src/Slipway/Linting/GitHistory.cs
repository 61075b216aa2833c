using System.Collections.Concurrent;
using System.Globalization;
using Slipway.Commands;
using Slipway.Errors;

namespace Slipway.Linting;

/// <summary>The one way to git: what the last commits of the repository around a folder have changed.</summary>
/// <param name="commands">The seam to programs.</param>
internal sealed class GitHistory(ICommandRunner commands)
{
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<IReadOnlyList<string>>>> _changes = new(StringComparer.Ordinal);

    /// <summary>The files that each of the last commits changed within a folder.</summary>
    /// <param name="folder">The folder, absolute.</param>
    /// <param name="commits">How many commits.</param>
    /// <returns>Paths relative to the folder, the newest commit first; nothing without a repository or without git.</returns>
    public IReadOnlyList<IReadOnlyList<string>> ChangedFiles(string folder, int commits)
    {
        if (Root(folder) is not { } root)
        {
            return [];
        }

        var prefix = Path.GetRelativePath(root, folder) is var below && below == "." ? string.Empty : below.Replace(Path.DirectorySeparatorChar, '/') + "/";
        return [.. _changes.GetOrAdd(root, r => new(() => Read(r, commits))).Value.Select(c => Below(c, prefix))];
    }

    private static IReadOnlyList<string> Below(IReadOnlyList<string> files, string prefix) =>
        prefix.Length == 0 ? files : [.. files.Where(f => f.StartsWith(prefix, StringComparison.Ordinal)).Select(f => f[prefix.Length..])];

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

    private List<IReadOnlyList<string>> Read(string root, int commits)
    {
        var output = Ask(root, "log", "--first-parent", "--name-only", "--no-renames", "-z", "--format=%x01", "-n", commits.ToString(CultureInfo.InvariantCulture));
        return [.. output.Split('\u0001').Skip(1).Select(c => (IReadOnlyList<string>)[.. c.Split(['\0', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)])];
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
