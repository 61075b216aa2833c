using Slipway.Compose.Projects;
using Slipway.Dockerfiles.Substitution;

namespace Slipway.Linting.Files;

/// <summary>Turns the build sections of compose files into places of Dockerfiles.</summary>
internal static class ComposeBuilds
{
    /// <summary>Where a build finds its Dockerfile, or null when that isn't on this machine.</summary>
    /// <param name="variable">Gives a variable's value, or null.</param>
    public static DockerfilePlace? Place(ServiceBuild build, Func<string, string?> variable)
    {
        if (!build.IsLocal || build.Dockerfile is null)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, written) in build.Arguments)
        {
            // Without a value it is that of the environment, and without one there it isn't given.
            if ((written is null ? variable(name) : Expanded(written, variable)) is { } value)
            {
                values[name] = value;
            }
        }

        return new DockerfilePlace(Path.GetFullPath(build.Dockerfile), Path.TrimEndingDirectorySeparator(Path.GetFullPath(build.Context)), values)
        {
            Given = build.Arguments.Where(a => a.Written is null || a.Written.Contains('$', StringComparison.Ordinal))
                .Select(a => a.Name)
                .ToHashSet(StringComparer.Ordinal),
            Contexts = build.Contexts,
        };
    }

    private static string Expanded(string text, Func<string, string?> variable) =>
        text.Contains('$', StringComparison.Ordinal) && Expander.Expand(text, variable, new() { KeepsQuotes = true }) is { Error: null } expansion
            ? expansion.Text
            : text;
}
