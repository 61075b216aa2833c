using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;

namespace Slipway.Dockerfiles.StartUp;

/// <summary>The scripts that a file gives names to: those of package.json, composer.json and a Makefile.</summary>
internal static class NamedScripts
{
    private static readonly string[] Makefiles = ["Makefile", "makefile", "GNUmakefile"];

    /// <summary>Whether a file is one of these.</summary>
    public static bool IsFile(string file) => file[(file.LastIndexOf('/') + 1)..] is "package.json" or "composer.json" || Makefiles.Contains(NameOf(file));

    /// <summary>What a command runs by its name.</summary>
    /// <param name="find">Gives the file at a path of the image, relative to where the container starts.</param>
    /// <param name="package">The file that the command itself comes from, as this method gave it; null when it comes from none.</param>
    /// <returns>The shell text and the file that it stands in, relative to the build context; null when it isn't known.</returns>
    public static (string Text, string File)? Of(
        ShellCommand command, BuildContext build, Func<string, (string File, string Text)?> find, string? package)
    {
        if (command.Name is "make" or "gmake")
        {
            return Makefiles.Select(n => Beside(n, package, build) ?? find(n) ?? Own(n, build)).FirstOrDefault(f => f is not null) is var (file, text)
                && Makefile.Of(command, text) is { } recipe ? (recipe, file) : null;
        }

        if (command.Name is "composer")
        {
            return (Beside("composer.json", package, build) ?? find("composer.json") ?? Own("composer.json", build)) is var (file, text)
                && ComposerScripts.Of(command, text) is { } script ? (script, file) : null;
        }

        return NpmScripts.NameOf(command) is { } name
            && NpmScripts.Packages(command, build).Concat([Beside("package.json", package, build) ?? find("package.json") ?? Own("package.json", build)])
                .Select(p => p is var (file, text) && NpmScripts.Of(name, text) is { } lines ? (lines, file) : ((string, string)?)null)
                .FirstOrDefault(s => s is not null) is { } found ? found : null;
    }

    private static (string File, string Text)? Beside(string name, string? package, BuildContext build) =>
        package is not null && NameOf(package) == name && build.ReadText(package) is { } text ? (package, text) : null;

    private static (string File, string Text)? Own(string name, BuildContext build) => build.ReadText(name) is { } text ? (name, text) : null;

    private static string NameOf(string file) => file[(file.LastIndexOf('/') + 1)..];
}
