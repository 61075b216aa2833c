using System.Text.Json;
using System.Text.RegularExpressions;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Packages;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>What npm, pnpm and yarn read besides their manifests, as their documentation has it.</summary>
internal static partial class NodeManifests
{
    private static readonly string[] InstallScripts =
    [
        "preinstall", "install", "postinstall", "prepare", "prepublish", "preprepare", "postprepare", "dependencies", "pnpm:devPreinstall",
    ];

    private static readonly string[] Folders = ["file:", "link:", "portal:", "workspace:", "patch:", "exec:", "./", "../", "~/"];

    /// <summary>Why an installation reads more than a package.json; null when it doesn't.</summary>
    public static string? Package(string text, PackageCall call)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var root = document.RootElement;
            if (root.TryGetProperty("workspaces", out _))
            {
                return "package.json has workspaces, whose own files are needed too";
            }

            if (Patched().IsMatch(text))
            {
                return "package.json names patches, which are files of the application";
            }

            if (Versions(root).FirstOrDefault(version => Folders.Any(folder => version.StartsWith(folder, StringComparison.Ordinal)
                || version.Contains("@" + folder, StringComparison.Ordinal))) is { } own)
            {
                return $"package.json names packages in folders of the application ({own})";
            }

            if (call.Command.HasOption("ignore-scripts"))
            {
                return null;
            }

            var script = root.TryGetProperty("scripts", out var scripts) && scripts.ValueKind == JsonValueKind.Object
                ? InstallScripts.FirstOrDefault(s => scripts.TryGetProperty(s, out _))
                : null;
            return script is null ? null : $"the {script} script of package.json runs during the installation and may read the sources";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return "package.json is no JSON";
        }
    }

    /// <summary>Whether an installation runs scripts of the application.</summary>
    public static bool RunsScripts(BuildContext build, PackageCall call) =>
        (call.Manager == PackageManagers.Npm || call.Manager == PackageManagers.Yarn || call.Manager == PackageManagers.Pnpm)
        && !call.Command.HasOption("ignore-scripts")
        && (build.Files ?? []).Where(f => Path.GetFileName(f.Path) == "package.json" && !f.Path.Contains("node_modules/", StringComparison.Ordinal))
            .Any(f => build.ReadText(f.Path) is { } text && Lifecycle().IsMatch(text));

    [GeneratedRegex("\"(?:pre|post)?(?:install|prepare)\"\\s*:")]
    private static partial Regex Lifecycle();

    /// <summary>Why an installation reads more than a lock file or a configuration; null when it doesn't.</summary>
    public static string? Other(string name, string text) => name switch
    {
        "package-lock.json" or "npm-shrinkwrap.json" when Linked().IsMatch(text) => $"{name} leads to packages in folders of the application",
        "pnpm-workspace.yaml" when Workspace().IsMatch(text) => "pnpm-workspace.yaml names packages or patches of the application",
        "pnpm-lock.yaml" when text.Contains("patchedDependencies:", StringComparison.Ordinal) =>
            "pnpm-lock.yaml names patches, which are files of the application",
        ".yarnrc.yml" when YarnFiles().Match(text) is { Success: true } key => $".yarnrc.yml says {key.Value.Trim()}, which leads to other files",
        ".yarnrc" when text.Contains("yarn-path", StringComparison.Ordinal) || text.Contains("offline-mirror", StringComparison.Ordinal) =>
            ".yarnrc leads to other files",
        ".npmrc" when NpmFiles().Match(text) is { Success: true } key => $".npmrc says {key.Value.Trim()}, which leads to other files",
        _ => null,
    };

    /// <summary>A file or folder beside the manifests that the installation reads by itself; null without one.</summary>
    public static string? Beside(BuildContext build, PackageManager manager)
    {
        string[] names = manager == PackageManagers.Pnpm ? [".pnpmfile.cjs", ".pnpmfile.mjs", "pnpmfile.js", "pnpmfile.cjs"]
            : manager == PackageManagers.Yarn
                ? [".yarn/releases", ".yarn/plugins", ".yarn/patches", ".yarn/cache", ".yarn/versions", ".pnp.cjs", ".pnp.js", "yarn.config.cjs"]
            : manager == PackageManagers.Npm ? ["binding.gyp"]
            : [];
        return names.FirstOrDefault(build.SendsAnywhere) is { } found ? $"{manager} reads {found} too"
            : manager == PackageManagers.Pnpm || manager == PackageManagers.Yarn || manager == PackageManagers.Npm ? DependencyScripts.Of(build)
            : null;
    }

    private static IEnumerable<string> Versions(JsonElement root)
    {
        foreach (var map in root.EnumerateObject().Where(part => part.Value.ValueKind == JsonValueKind.Object
            && part.Name is not ("scripts" or "exports" or "imports" or "bin" or "directories")))
        {
            foreach (var entry in map.Value.EnumerateObject().Where(_ => map.Name.Contains("ependencies", StringComparison.Ordinal)
                || map.Name is "resolutions" or "overrides" or "pnpm"))
            {
                foreach (var text in Texts(entry.Value))
                {
                    yield return text;
                }
            }
        }
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Texts(p.Value)),
        _ => [],
    };

    [GeneratedRegex("\"patchedDependencies\"|\"patch:|@patch:")]
    private static partial Regex Patched();

    [GeneratedRegex("\"link\"\\s*:\\s*true|\"resolved\"\\s*:\\s*\"(?:file:|\\.)")]
    private static partial Regex Linked();

    [GeneratedRegex("^\\s*(?:packages|patchedDependencies|configDependencies|pnpmfile)\\s*:", RegexOptions.Multiline)]
    private static partial Regex Workspace();

    [GeneratedRegex(
        "^\\s*(?:yarnPath|plugins|cacheFolder|enableGlobalCache\\s*:\\s*false|caFilePath|httpsCaFilePath|httpsCertFilePath|patchFolder"
            + "|pnpUnpluggedFolder)\\b.*$",
        RegexOptions.Multiline)]
    private static partial Regex YarnFiles();

    [GeneratedRegex(
        "^\\s*(?:cafile|certfile|keyfile|userconfig|globalconfig|prefix|pnpmfile|global-pnpmfile|node-options|script-shell|patches-dir)\\s*=.*$",
        RegexOptions.Multiline)]
    private static partial Regex NpmFiles();
}
