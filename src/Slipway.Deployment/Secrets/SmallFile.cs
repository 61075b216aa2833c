namespace Slipway.Deployment.Secrets;

/// <summary>Reads a file that may hold secrets, which are small.</summary>
internal static class SmallFile
{
    private const int Most = 64 * 1024;

    /// <summary>Its content; nothing where it is none, is too large, or can't be read.</summary>
    public static string Text(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > 0 and < Most } ? File.ReadAllText(path).ReplaceLineEndings("\n") : string.Empty;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}
