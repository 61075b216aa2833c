using Slipway.Compose.Projects;

namespace Slipway.Linting.Files;

/// <summary>Finds the Dockerfiles of an application: those that its compose files build, and those in its folder.</summary>
internal static class DockerfileFinder
{
    private static readonly string[] Patterns = ["Dockerfile", "Dockerfile.*", "*.Dockerfile", "*.dockerfile", "Containerfile"];

    /// <summary>Finds them. Neither an engine nor a slipway.yaml is needed.</summary>
    /// <param name="folder">The application's folder.</param>
    /// <param name="applications">The application, then other compose files of its folder: of two that build one Dockerfile the first says how.</param>
    /// <param name="variable">Gives a variable's value, or null.</param>
    /// <returns>The files, each once, in the order of their paths.</returns>
    public static IReadOnlyList<DockerfilePlace> Find(string folder, IEnumerable<ComposeApplication> applications, Func<string, string?> variable)
    {
        var built = applications.SelectMany(a => a.Builds)
            .Select(b => ComposeBuilds.Place(b, variable))
            .OfType<DockerfilePlace>()
            .Where(p => File.Exists(p.File))
            .DistinctBy(p => p.File)
            .ToList();
        var beside = Patterns.SelectMany(p => Directory.EnumerateFiles(folder, p)).Select(Path.GetFullPath)
            .Where(f => !f.EndsWith(".dockerignore", StringComparison.Ordinal) && built.All(b => b.File != f))
            .Distinct(StringComparer.Ordinal)
            .Select(f => new DockerfilePlace(f, Path.GetFullPath(folder), new Dictionary<string, string>()));
        return [.. built.Concat(beside).OrderBy(p => p.File, StringComparer.Ordinal)];
    }
}
