namespace Slipway.Linting.Files;

/// <summary>The variables that compose fills in: those of the environment, then those of the file .env.</summary>
internal static class DotEnvFile
{
    private const string Name = ".env";

    /// <summary>Reads the variables of a folder.</summary>
    /// <param name="folder">The application's folder.</param>
    /// <returns>Gives a variable's value, or null.</returns>
    public static Func<string, string?> Read(string folder)
    {
        var file = Path.Combine(folder, Name);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            foreach (var (name, value) in (File.Exists(file) ? File.ReadLines(file) : []).Select(Line).OfType<(string, string)>())
            {
                values[name] = value;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever may not read it doesn't know its variables.
        }

        return n => Environment.GetEnvironmentVariable(n) ?? values.GetValueOrDefault(n);
    }

    private static (string Name, string Value)? Line(string line)
    {
        var text = line.Trim();
        text = text.StartsWith("export ", StringComparison.Ordinal) ? text[7..].TrimStart() : text;
        if (text.StartsWith('#') || text.Split('=', 2) is not [var name, var value] || name.Length == 0)
        {
            return null;
        }

        value = value.Trim();
        return value is ['"' or '\'', ..] && value.IndexOf(value[0], 1) is > 0 and var end
            ? (name.Trim(), value[1..end])
            : (name.Trim(), value.Split(" #")[0].TrimEnd());
    }
}
