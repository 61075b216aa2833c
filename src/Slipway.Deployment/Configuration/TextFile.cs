using System.Globalization;

namespace Slipway.Deployment.Configuration;

/// <summary>Tells what is no file that a person has written, before anybody waits for its end.</summary>
internal static class TextFile
{
    private const long MostBytes = 1 << 20;

    /// <summary>Looks at what has the name of a file.</summary>
    /// <param name="path">The path, of something that is there.</param>
    /// <returns>Why it is not read; null for a file of up to 1 MiB.</returns>
    public static string? WhyNot(string path)
    {
        try
        {
            var info = new FileInfo(path);
            var target = info.LinkTarget is null ? info : info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;

            return Directory.Exists(path) ? "it is a folder"
                : target is not { Exists: true } ? "the link leads to nothing"
                : IsPipe(target.FullName) ? "it is no file"
                : target.Length > MostBytes ? string.Create(CultureInfo.InvariantCulture, $"it has more than {MostBytes} bytes")
                : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"this can't be read: {failure.Message}";
        }
    }

    /// <summary>Whether something is a pipe or a socket, whose end nobody knows.</summary>
    /// <param name="path">The path; nothing need be there.</param>
    /// <returns>False also for what this user may not write to, which a pipe that anybody could wait for is not.</returns>
    public static bool IsPipe(string path)
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: 0 })
            {
                return false;
            }

            // Opened for both, a pipe waits for nobody.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return !stream.CanSeek;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return false;
        }
    }
}
