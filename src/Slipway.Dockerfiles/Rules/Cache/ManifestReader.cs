using System.Text.RegularExpressions;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Packages;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>Finds out whether an installation reads more of the application than its manifests.</summary>
internal static partial class ManifestReader
{
    private static readonly string[] OwnOptions = ["--hash", "--index-url", "--extra-index-url"];

    /// <summary>Why the installation needs more than the manifests.</summary>
    /// <returns>The reason, or null when it doesn't.</returns>
    public static string? WhyReadsMore(BuildContext build, PackageCall call, IReadOnlyList<string> files)
    {
        if (NodeManifests.Beside(build, call.Manager) is { } beside)
        {
            return beside;
        }

        if (call.Manager == PackageManagers.NuGet && NuGetManifests.WhyNot(files) is { } unclear)
        {
            return unclear;
        }

        if (OtherFile(build, call.Manager) is { } other)
        {
            return $"{call.Manager} reads {other} too";
        }

        foreach (var file in files.Distinct())
        {
            if (build.ReadText(file) is not { } text)
            {
                return $"{file} can't be read, and it may name files of the application";
            }

            var why = Name(file) switch
            {
                "package.json" => NodeManifests.Package(text, call),
                var name when NodeManifests.Other(name, text) is { } leads => leads,
                var name when call.Manager == PackageManagers.NuGet => NuGetManifests.LeadsTo(name, text),
                "Pipfile" => OwnPath().IsMatch(text) || HasAny(text, "editable") ? "the Pipfile names packages in folders of the application" : null,
                "pyproject.toml" => Python(text, call),
                "Gemfile" => HasAny(text, "path:", ":path", "gemspec", "eval_gemfile", "File.", "Dir", "require_relative",
                "instance_eval") ? "the Gemfile names gems or files of the application's own folders" : null,
                "composer.json" => Composer(text, call),
                "go.mod" =>
                    text.Split('\n').Any(l => l.Contains("=> .", StringComparison.Ordinal)) ? "go.mod replaces a module by a folder of the application"
                        : null,
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

    private static string? Python(string text, PackageCall call)
    {
        var withoutProject = call.Command.HasOption("no-install-project", "no-root", "no-install-workspace");
        if (text.Contains("[tool.uv.workspace]", StringComparison.Ordinal) || Workspace().IsMatch(text))
        {
            return "pyproject.toml has workspace members, whose own files are needed too";
        }

        if (OwnPath().IsMatch(text) || HasAny(text, "file://", "@ file:"))
        {
            return "pyproject.toml names packages in folders of the application";
        }

        if (withoutProject)
        {
            return null;
        }

        return call.Manager == PackageManagers.Poetry && !PackageMode().IsMatch(text)
                ? "poetry installs the application itself too; with --no-root it wouldn't"
            : HasAny(text, "[build-system]")
                ? "pyproject.toml makes the application a package, which is installed too; with --no-install-project it wouldn't be"
            : null;
    }

    private static string? Composer(string text, PackageCall call) =>
        HasAny(text, "\"path\"", "\"artifact\"", "\"patches\"", "\"patches-file\"") ? "composer.json names packages in folders of the application"
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
        (line.StartsWith('-') && !OwnOptions.Any(o => line.StartsWith(o, StringComparison.Ordinal))) || line.StartsWith('.') || HasAny(line, "file:")
        || (!line.StartsWith('#') && !HasAny(line, "://", "@") && (line.Contains('/', StringComparison.Ordinal) || HasAny(line, ".whl", ".tar.gz", ".zip")));

    /// <summary>A file or folder beside the manifests that a program reads by itself; null without one.</summary>
    private static string? OtherFile(BuildContext build, PackageManager manager)
    {
        string[] names = manager == PackageManagers.Bundler ? [".bundle", "vendor/cache", ".tool-versions"]
            : manager == PackageManagers.Composer ? ["auth.json"]
            : manager == PackageManagers.Go ? ["go.work", "vendor/modules.txt"]
            : manager == PackageManagers.Uv ? ["uv.toml"]
            : [];
        return names.FirstOrDefault(build.SendsAnywhere);
    }

    [GeneratedRegex("\\bpath\\s*=")]
    private static partial Regex OwnPath();

    [GeneratedRegex("\\bworkspace\\s*=\\s*(?:true|\\{)")]
    private static partial Regex Workspace();

    [GeneratedRegex("package-mode\\s*=\\s*false")]
    private static partial Regex PackageMode();

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
