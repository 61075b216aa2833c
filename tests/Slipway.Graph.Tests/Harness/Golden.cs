using System.Runtime.CompilerServices;

namespace Slipway.Graph.Tests.Harness;

/// <summary>Compares text with a file that a person has read. SLIPWAY_GOLDEN=write writes the files anew.</summary>
internal static class Golden
{
    public static void Match(string file, string text, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "..", "Golden", file);
        if (Environment.GetEnvironmentVariable("SLIPWAY_GOLDEN") == "write")
        {
            File.WriteAllText(path, text);
        }

        text.ShouldBe(File.ReadAllText(path), $"{file} differs");
    }
}
