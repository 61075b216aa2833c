using System.Runtime.CompilerServices;

namespace Slipway.Findings.Tests.Golden;

/// <summary>Compares text with a file that a person has read. SLIPWAY_ACCEPT=1 writes the file anew, to be read again.</summary>
internal static class GoldenFile
{
    public static void ShouldMatchGolden(this string actual, string name, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "..", "Golden", name);
        if (Environment.GetEnvironmentVariable("SLIPWAY_ACCEPT") == "1") File.WriteAllText(path, actual);

        actual.ShouldBe(File.ReadAllText(path));
    }
}
