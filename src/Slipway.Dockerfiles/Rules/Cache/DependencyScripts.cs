using Slipway.Dockerfiles.Contexts;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>Packages of Node whose own install scripts read the project that they are installed in, as their documentation has it.</summary>
internal static class DependencyScripts
{
    private static readonly (string Package, string File)[] Known =
    [
        ("@prisma/client", ".prisma"), ("prisma", ".prisma"), ("@prisma/client", "prisma.config.ts"), ("patch-package", ".patch"),
        ("puppeteer", ".puppeteerrc.cjs"), ("puppeteer", ".puppeteerrc.js"), ("puppeteer", ".puppeteerrc.json"), ("puppeteer", "puppeteer.config.js"),
        ("@sveltejs/kit", "svelte.config.js"), ("contentlayer", "contentlayer.config.ts"), ("contentlayer", "contentlayer.config.js"),
        ("msw", "mockServiceWorker.js"), ("husky", ".huskyrc"), ("husky", ".huskyrc.json"), ("husky", ".huskyrc.js"), ("lefthook", "lefthook.yml"),
        ("simple-git-hooks", ".simple-git-hooks.js"), ("simple-git-hooks", ".simple-git-hooks.json"), ("zenstack", "schema.zmodel"),
        ("fumadocs-mdx", "source.config.ts"), ("velite", "velite.config.ts"), ("@redwoodjs/core", "redwood.toml"),
    ];

    /// <summary>Why such a script reads a file of the application; null when none does.</summary>
    public static string? Of(BuildContext build)
    {
        var files = (build.Files ?? []).Where(f => !f.Path.Contains("node_modules/", StringComparison.Ordinal)).ToList();
        var manifests = files.Where(f => Path.GetFileName(f.Path) == "package.json").Select(f => build.ReadText(f.Path) ?? "").ToList();
        foreach (var (package, name) in Known.Where(k => manifests.Exists(m => m.Contains($"\"{k.Package}\"", StringComparison.Ordinal))))
        {
            if (files.FirstOrDefault(f => f.Path.EndsWith(name, StringComparison.Ordinal)) is { } file)
            {
                return $"the install script of {package} reads {file.Path}";
            }
        }

        return null;
    }
}
