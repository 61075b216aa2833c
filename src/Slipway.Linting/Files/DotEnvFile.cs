using Slipway.Compose.Files;

namespace Slipway.Linting.Files;

/// <summary>The variables that compose fills in: those of the environment, then those of the file .env.</summary>
internal static class DotEnvFile
{
    /// <summary>Reads the variables of a folder.</summary>
    /// <param name="folder">The application's folder.</param>
    /// <returns>Gives a variable's value, or null.</returns>
    public static Func<string, string?> Read(string folder) => ProjectVariables.Read(n => Text(Path.Combine(folder, n)));

    private static string? Text(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllText(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever may not read it doesn't know its variables.
            return null;
        }
    }
}
