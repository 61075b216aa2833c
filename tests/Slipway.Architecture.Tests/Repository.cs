using System.Diagnostics;
using Slipway.Testing;

namespace Slipway.Architecture.Tests;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    public static string Root => RepositoryFile.Root;

    /// <summary>The C# files below some folders, relative to the root.</summary>
    public static IReadOnlyList<SourceFile> Sources(params string[] folders) =>
        [.. folders.SelectMany(f => Below(f, "*.cs")).Select(p => new SourceFile(p, File.ReadAllLines(Path.Combine(Root, p))))];

    public static IReadOnlyList<string> Projects() => [.. new[] { "build", "src", "tests" }.SelectMany(f => Below(f, "*.csproj"))];

    /// <summary>All files that git tracks; without git, all that a clone would have.</summary>
    public static IReadOnlyList<string> Tracked()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]) { WorkingDirectory = Root, RedirectStandardOutput = true })!;
        var listed = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0, "the tracked files are read from git");
        return [.. listed.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(f => File.Exists(Path.Combine(Root, f)))];
    }

    private static IEnumerable<string> Below(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(p => Path.GetRelativePath(Root, p).Replace('\\', '/'))
            .Where(p => !p.Contains("/obj/", StringComparison.Ordinal) && !p.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
