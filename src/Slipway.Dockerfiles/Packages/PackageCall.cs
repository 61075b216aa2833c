using Slipway.Dockerfiles.Shell;

namespace Slipway.Dockerfiles.Packages;

/// <summary>A command that fetches packages.</summary>
/// <param name="Manager">The package manager.</param>
/// <param name="ReadsManifest">Whether what it fetches stands in files of the application, not in the command.</param>
/// <param name="Files">The files that the command names besides, for instance those of <c>pip install -r</c>.</param>
/// <param name="Compiles">Whether it compiles the application too, so that it reads the sources.</param>
internal sealed record PackageCall(PackageManager Manager, ShellCommand Command, bool ReadsManifest, IReadOnlyList<string> Files, bool Compiles)
{
    /// <summary>Whether it takes packages that an earlier call has fetched and doesn't fetch what is missing.</summary>
    public bool IsOffline => Command.Words.Any(w => IsOfflineOption(w.Text));

    /// <summary>Whether a file of the application tells what to fetch.</summary>
    public bool IsManifest(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Files.Any(f => f == path || f == name || f.EndsWith("/" + name, StringComparison.Ordinal))
            || Manager.Manifests.Any(m => Matches(m, name));
    }

    private bool IsOfflineOption(string word) =>
        word is "--no-restore" or "--no-build" or "--offline"
            || (word == "-o" && Manager == PackageManagers.Maven)
            || (word == "--frozen" && Manager == PackageManagers.Cargo);

    private static bool Matches(string manifest, string name) =>
        manifest == name
        || (name.Contains('*', StringComparison.Ordinal) && System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(name, manifest, ignoreCase: false))
        || (manifest[0] == '*' && name.EndsWith(manifest[1..], StringComparison.Ordinal));
}
