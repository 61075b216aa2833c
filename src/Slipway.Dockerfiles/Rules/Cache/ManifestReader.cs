using System.Text.Json;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Packages;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>Finds out whether an installation reads more of the application than its manifests.</summary>
internal static class ManifestReader
{
    private static readonly string[] InstallScripts = ["preinstall", "install", "postinstall", "prepare", "prepublish", "preprepare", "postprepare"];
    private static readonly string[] OwnOptions = ["--hash", "--index-url", "--extra-index-url"];

    /// <summary>Why the installation needs more than the manifests.</summary>
    /// <returns>The reason, or null when it doesn't.</returns>
    public static string? WhyReadsMore(BuildContext build, PackageCall call, IReadOnlyList<string> files)
    {
        foreach (var file in files.Distinct())
        {
            if (build.ReadText(file) is not { } text)
            {
                return $"{file} can't be read, and it may name files of the application";
            }

            var why = Name(file) switch
            {
                "package.json" => Node(text, call),
                "pyproject.toml" => Python(text, call),
                "Gemfile" => HasAny(text, "path:", ":path", "gemspec") ? "the Gemfile names gems of the application's own folders" : null,
                "composer.json" => Composer(text, call),
                "go.mod" =>
                    text.Split('\n').Any(l => l.Contains("=> .", StringComparison.Ordinal)) ? "go.mod replaces a module by a folder of the application" : null,
                "Cargo.toml" => "cargo needs the sources of every target that Cargo.toml names",
                "pom.xml" or "build.gradle" or "build.gradle.kts" => "a build script may read any file",
                _ when call.Manager == PackageManagers.Pip || call.Files.Contains(file) => Requirements(text),
                _ => null,
            };
            if (why is not null)
            {
                return why;
            }
        }

        return null;
    }

    private static string? Node(string text, PackageCall call)
    {
        if (call.Command.HasOption("ignore-scripts"))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.TryGetProperty("workspaces", out _))
            {
                return "package.json has workspaces, whose own files are needed too";
            }

            if (HasAny(text, "\"file:", "\"link:", "\"workspace:"))
            {
                return "package.json names packages in folders of the application";
            }

            var script = root.TryGetProperty("scripts", out var scripts) && scripts.ValueKind == JsonValueKind.Object
                ? InstallScripts.FirstOrDefault(s => scripts.TryGetProperty(s, out _))
                : null;
            return script is null ? null : $"the {script} script of package.json runs during the installation and may read the sources";
        }
        catch (JsonException)
        {
            return "package.json is no JSON";
        }
    }

    private static string? Python(string text, PackageCall call)
    {
        var withoutProject = call.Command.HasOption("no-install-project", "no-root", "no-install-workspace");
        if (text.Contains("[tool.uv.workspace]", StringComparison.Ordinal))
        {
            return "pyproject.toml has workspace members, whose own files are needed too";
        }

        if (text.Contains("path =", StringComparison.Ordinal))
        {
            return "pyproject.toml names packages in folders of the application";
        }

        if (withoutProject)
        {
            return null;
        }

        return call.Manager == PackageManagers.Poetry && !HasAny(text, "package-mode = false")
                ? "poetry installs the application itself too; with --no-root it wouldn't"
            : HasAny(text, "[build-system]")
                ? "pyproject.toml makes the application a package, which is installed too; with --no-install-project it wouldn't be"
            : null;
    }

    private static string? Composer(string text, PackageCall call) =>
        text.Contains("\"path\"", StringComparison.Ordinal) ? "composer.json names packages in folders of the application"
        : call.Command.HasOption("no-scripts") && call.Command.HasOption("no-autoloader") ? null
        : HasAny(text, "\"scripts\"", "\"autoload\"")
            ? "composer runs scripts and reads the sources for its autoloader; with --no-scripts --no-autoloader it wouldn't"
        : null;

    private static string? Requirements(string text) =>
        text.Split('\n')
            .Select(l => l.Trim())
            .FirstOrDefault(NamesFile) is { } line
            ? $"the list of packages says {line}, which reads another file"
            : null;

    private static bool NamesFile(string line) =>
        (line.StartsWith('-') && !OwnOptions.Any(o => line.StartsWith(o, StringComparison.Ordinal))) || line.StartsWith('.') || HasAny(line, "file:");

    private static bool HasAny(string text, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (text.Contains(part, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
