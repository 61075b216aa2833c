using System.Globalization;

namespace Slipway.Deployment.Execution;

/// <summary>Says how a program ended.</summary>
internal static class ExitCodeWords
{
    private const int Killed = 137;

    /// <summary>An exit code, with what people should know of it.</summary>
    /// <param name="wasOutOfMemory">Whether the engine says that the memory ran out.</param>
    /// <returns>Such as <c>exit code 137 (out of memory)</c>.</returns>
    public static string Of(int exitCode, bool wasOutOfMemory = false)
    {
        var why = wasOutOfMemory ? " (out of memory: raise its limit)" : exitCode == Killed ? " (killed; out of memory, if nobody did it)" : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"exit code {exitCode}{why}");
    }
}
