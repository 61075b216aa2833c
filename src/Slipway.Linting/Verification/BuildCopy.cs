using Slipway.Engine.Commands;
using Slipway.Linting.Files;

namespace Slipway.Linting.Verification;

/// <summary>A copy of a build context with a Dockerfile of its own.</summary>
/// <param name="Name">The Dockerfile as the user knows it.</param>
/// <param name="Context">The folder of the copy.</param>
/// <param name="Command">Builds it and keeps nothing but the cache.</param>
internal sealed record BuildCopy(string Name, string Context, CommandLine Command)
{
    /// <summary>Makes a copy.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="file">What is copied.</param>
    /// <param name="dockerfile">The Dockerfile to build.</param>
    /// <param name="ignore">The ignore file; null for the one that is there, if there is one.</param>
    public static BuildCopy Make(string folder, LintedDockerfile file, byte[] dockerfile, string? ignore)
    {
        var context = Path.Combine(folder, "context");
        Directory.CreateDirectory(context);
        foreach (var path in file.Build.Files!.Select(f => f.Path).Where(p => file.Build.Ignore?.Ignores(p) != true))
        {
            Copy(Path.Combine(file.Place.Context, path), Path.Combine(context, path));
        }

        var built = Path.Combine(folder, "Dockerfile");
        File.WriteAllBytes(built, dockerfile);

        // What the ignore file that is there leaves out has not been copied.
        File.WriteAllText(built + ".dockerignore", ignore ?? string.Empty);
        return new BuildCopy(file.Source.Path, context, new CommandLine(
            [
                "docker", "build", "--progress=plain", "--output=type=cacheonly", "--file", built,
                .. file.Place.Arguments.Keys.SelectMany(a => new[] { "--build-arg", a }), context,
            ],
            new Dictionary<string, string>(file.Place.Arguments) { ["DOCKER_BUILDKIT"] = "1" }));
    }

    /// <summary>Changes a file.</summary>
    public void Append(string path, string text) => File.AppendAllText(Path.Combine(Context, path), text);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (new FileInfo(from).LinkTarget is { } target)
        {
            File.CreateSymbolicLink(to, target);
        }
        else
        {
            File.Copy(from, to);
        }
    }
}
