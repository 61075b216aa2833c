using Slipway.Configuration;

namespace Slipway.Linting;

/// <summary>Finds the Dockerfiles of an application: those that its compose files build, and those in its folder.</summary>
internal static class DockerfileFinder
{
    private static readonly string[] Patterns = ["Dockerfile", "Dockerfile.*", "*.Dockerfile", "*.dockerfile", "Containerfile"];

    /// <summary>Finds them. Neither an engine nor a slipway.yaml is needed.</summary>
    /// <param name="folder">The application's folder.</param>
    /// <param name="problems">Receives what can't be read and is left out for that.</param>
    /// <returns>The files, each once, in the order of their paths.</returns>
    public static IReadOnlyList<DockerfilePlace> Find(string folder, List<string> problems)
    {
        var built = ComposeFiles(folder, problems).SelectMany(f => ComposeBuilds.Read(f, problems)).Where(p => File.Exists(p.File)).DistinctBy(p => p.File).ToList();
        var beside = Patterns.SelectMany(p => Directory.EnumerateFiles(folder, p)).Select(Path.GetFullPath)
            .Where(f => !f.EndsWith(".dockerignore", StringComparison.Ordinal) && built.All(b => b.File != f))
            .Distinct(StringComparer.Ordinal)
            .Select(f => new DockerfilePlace(f, Path.GetFullPath(folder), new Dictionary<string, string>()));
        return [.. built.Concat(beside).OrderBy(p => p.File, StringComparer.Ordinal)];
    }

    private static IEnumerable<string> ComposeFiles(string folder, List<string> problems)
    {
        var files = Directory.EnumerateFiles(folder, "*compose*.y*ml").ToList();

        // Compose files may lie elsewhere; whatever else is wrong in slipway.yaml doesn't matter here.
        var settings = Path.Combine(folder, SettingsReader.FileName);
        if (File.Exists(settings))
        {
            files.AddRange(ComposeBuilds.Named(settings, problems).Select(f => Path.Combine(folder, f)).Where(File.Exists));
        }

        return files.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }
}
