using System.Collections.Immutable;

namespace Slipway.Compose.Files;

/// <summary>What compose reads of itself from the environment and from the file <c>.env</c> of a project's folder; the environment wins.</summary>
/// <param name="variable">Gives the value of a variable, wherever it is set; null when it is not.</param>
public sealed class ProjectVariables(Func<string, string?> variable)
{
    /// <summary>The compose files that COMPOSE_FILE names, in order; empty when it names none.</summary>
    public ImmutableArray<string> Files => variable("COMPOSE_FILE") is { Length: > 0 } files
        ? [.. files.Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(f => f.Trim())]
        : [];

    /// <summary>The profiles that COMPOSE_PROFILES enables.</summary>
    public ImmutableArray<string> Profiles => variable("COMPOSE_PROFILES") is { Length: > 0 } profiles
        ? [.. profiles.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
        : [];

    private string Separator => variable("COMPOSE_PATH_SEPARATOR") is { Length: > 0 } separator ? separator : Path.PathSeparator.ToString();

    /// <summary>Reads the variables of a folder.</summary>
    /// <param name="readFile">Gives the content of a file by its path relative to the folder; null when it can't be read.</param>
    /// <returns>Gives the value of a variable, or null.</returns>
    public static Func<string, string?> Read(Func<string, string?> readFile)
    {
        var values = ReadFiles(readFile);
        return n => Environment.GetEnvironmentVariable(n) ?? values.GetValueOrDefault(n);
    }

    /// <summary>Reads the variables of the files of a folder that compose reads by itself.</summary>
    /// <param name="readFile">Gives the content of a file by its path relative to the folder; null when it can't be read.</param>
    /// <returns>The variables of the files alone.</returns>
    public static IReadOnlyDictionary<string, string> ReadFiles(Func<string, string?> readFile)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = Environment.GetEnvironmentVariable("COMPOSE_ENV_FILES") is { Length: > 0 } named ? named.Split(',') : [DotEnv.FileName];
        foreach (var text in files.Select(f => readFile(f.Trim())).OfType<string>())
        {
            foreach (var (name, value) in DotEnv.Read(text, n => Environment.GetEnvironmentVariable(n) ?? values.GetValueOrDefault(n)))
            {
                values[name] = value;
            }
        }

        return values;
    }
}
