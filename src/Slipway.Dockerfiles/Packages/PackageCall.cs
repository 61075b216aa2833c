using Slipway.Dockerfiles.Shell;

namespace Slipway.Dockerfiles.Packages;

/// <summary>A command that fetches packages.</summary>
/// <param name="Manager">The package manager.</param>
/// <param name="ReadsManifest">Whether what it fetches stands in files of the application, not in the command.</param>
/// <param name="Files">The files that the command names besides, for instance those of <c>pip install -r</c>.</param>
/// <param name="Compiles">Whether it compiles the application too, so that it reads the sources.</param>
internal sealed record PackageCall(PackageManager Manager, ShellCommand Command, bool ReadsManifest, IReadOnlyList<string> Files, bool Compiles)
{
    /// <summary>Variables that say so, each with what it is then.</summary>
    private static readonly (string Variable, string Value)[] Offline =
    [
        ("CARGO_NET_OFFLINE", "true"), ("GOPROXY", "off"), ("UV_OFFLINE", "1"), ("UV_OFFLINE", "true"), ("COMPOSER_DISABLE_NETWORK", "1"),
        ("npm_config_offline", "true"), ("NPM_CONFIG_OFFLINE", "true"), ("MAVEN_ARGS", "-o"), ("MAVEN_ARGS", "--offline"), ("PIP_NO_INDEX", "1"),
        ("PIP_NO_INDEX", "true"), ("YARN_ENABLE_NETWORK", "0"), ("YARN_ENABLE_NETWORK", "false"),
    ];

    /// <summary>Whether it takes packages that an earlier call has fetched and doesn't fetch what is missing.</summary>
    /// <param name="value">Gives the value of a variable where it is called, or null.</param>
    public bool IsOffline(Func<string, string?> value) => Command.Words.Any(w => IsOfflineOption(w.Text))
        || Offline.Any(o => (Assigned(o.Variable) ?? value(o.Variable))?.Split(' ').Contains(o.Value, StringComparer.OrdinalIgnoreCase) == true);

    /// <summary>Whether a file of the application tells what to fetch.</summary>
    public bool IsManifest(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Files.Any(f => f == path || f == name || f.EndsWith("/" + name, StringComparison.Ordinal))
            || Manager.Manifests.Any(m => Matches(m, name));
    }

    private string? Assigned(string variable) => Command.Assignments.Select(a => a.Text)
        .FirstOrDefault(t => t.StartsWith(variable + "=", StringComparison.Ordinal))?[(variable.Length + 1)..];

    private bool IsOfflineOption(string word) =>
        word is "--no-restore" or "--no-build" or "--offline"
            || (word == "-o" && Manager == PackageManagers.Maven)
            || (word == "--frozen" && Manager == PackageManagers.Cargo);

    private static bool Matches(string manifest, string name) =>
        manifest == name
        || (name.Contains('*', StringComparison.Ordinal) && System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(name, manifest, ignoreCase: false))
        || (manifest[0] == '*' && name.EndsWith(manifest[1..], StringComparison.Ordinal));
}
