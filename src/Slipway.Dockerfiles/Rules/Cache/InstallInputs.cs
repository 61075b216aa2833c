using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Packages;
using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>Finds what an installation is told of the application's files by its environment and its options, beside the manifests.</summary>
internal static class InstallInputs
{
    /// <summary>Variables by which package managers, their programs and the libraries under them are led to files.</summary>
    private static readonly string[] Leading =
    [
        "PIP_", "UV_", "POETRY_", "PIPENV_", "NPM_CONFIG_", "YARN_", "PNPM_", "NODE_EXTRA_CA_CERTS", "NODE_OPTIONS", "BUNDLE_", "RUBYOPT",
        "COMPOSER", "GOFLAGS",
        "GOWORK", "APT_CONFIG", "BASH_ENV", "ENV", "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "GIT_CONFIG", "NUGET_", "DOTNET_",
        "RestoreConfigFile", "DirectoryBuild", "DirectoryPackages", "MSBUILD", "PYTHONSTARTUP", "CARGO_", "MIX_", "MAVEN_", "GRADLE_",
    ];

    /// <summary>Why the installation needs files that are copied between two steps.</summary>
    /// <param name="first">The first copy of the application's files.</param>
    /// <param name="run">The installation.</param>
    /// <returns>The reason, or null when nothing says so.</returns>
    public static string? Why(LintContext context, Step first, Step run, PackageCall call)
    {
        var brought = run.Stage.Steps.Skip(first.Index).Take(run.Index - first.Index).Where(CopyMap.CopiesContext).ToList();
        var arguments = run.Before.Arguments.Select(a => KeyValuePair.Create(a.Key, a.Value ?? ""));
        var assigned = call.Command.Assignments.Select(a => a.Text.Split('=', 2)).Where(a => a.Length == 2).Select(a => KeyValuePair.Create(a[0], a[1]));
        var variables = run.Before.Environment.Concat(arguments).Concat(assigned);
        foreach (var (name, value) in variables.Where(v => Leading.Any(l => v.Key.StartsWith(l, StringComparison.OrdinalIgnoreCase))))
        {
            if (value.Split([' ', '=', ',', ':'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(Comes) is { } path)
            {
                return $"{name} leads the installation to {path}, which is a file of the application";
            }
        }

        if (run.Before.Value("PATH")?.Split(':').Any(f => f.StartsWith('/') && Comes($"{f}/{call.Command.Name}")) == true)
        {
            return $"PATH finds {call.Command.Name} among the application's files";
        }

        var words = call.Command.Words.Select(w => w.Text).ToList();
        for (var i = 1; i < words.Count; i++)
        {
            var (word, option) = (words[i], words[i - 1].StartsWith('-'));
            var told = word.StartsWith("--", StringComparison.Ordinal) ? word.Split('=', 2) is [_, var given] ? given : null
                : word.StartsWith('-') ? word.Length > 2 ? word[2..].TrimStart('=') : null
                : option || word.AsSpan().ContainsAny('/', '.') ? word
                : null;
            if (told is not null && !call.IsManifest(told) && Comes(told.Trim('"', '\'')))
            {
                return $"the installation is told {told}, which is a file of the application";
            }
        }

        return null;

        bool Comes(string path)
        {
            var absolute = ContainerPath.Join(run.Before.Folder ?? "/", path);
            return path is not ("." or "./" or "/" or "") && !path.Contains("://", StringComparison.Ordinal)
                && brought.Exists(c => CopiedFile.Find(context.Build, c, absolute) is not null || BringsFolder(context, c, absolute));
        }
    }

    /// <summary>Why what is copied later would lie over what the installation has made; null when it wouldn't.</summary>
    public static string? WhyOverwritten(LintContext context, PackageCall call)
    {
        var folder = call.Manager == PackageManagers.Npm || call.Manager == PackageManagers.Yarn || call.Manager == PackageManagers.Pnpm ? "node_modules"
            : call.Manager == PackageManagers.Composer || call.Manager == PackageManagers.Bundler ? "vendor"
            : call.Manager == PackageManagers.Uv || call.Manager == PackageManagers.Poetry || call.Manager == PackageManagers.Pipenv ? ".venv"
            : null;
        return folder is not null && context.Build.Sends(folder)
            ? $"the copy would lay the {folder} of whoever builds over the one that was installed; leave it out by {context.Build.IgnorePath}"
            : null;
    }

    private static bool BringsFolder(LintContext context, Step copy, string absolute)
    {
        if (context.Build.Files is not { } files || CopyMap.Target(copy) is not { } target)
        {
            return false;
        }

        var root = ContainerPath.Join(copy.Before.Folder ?? "/", target).TrimEnd('/');
        return CopyMap.Sources(copy).Any(CopyMap.IsWhole) && absolute.StartsWith(root + "/", StringComparison.Ordinal)
            && context.Build.Sends(absolute[(root.Length + 1)..].TrimEnd('/')) && files.Count > 0;
    }
}
