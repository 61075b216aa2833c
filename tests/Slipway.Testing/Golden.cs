using System.Runtime.CompilerServices;
using Shouldly;

namespace Slipway.Testing;

/// <summary>Compares a text with a file that a person has read; with SLIPWAY_GOLDEN=write it writes the file instead, to be read again.</summary>
public static class Golden
{
    /// <param name="text">The text, of which every character counts.</param>
    /// <param name="name">The file's name in the folder Golden of the calling project.</param>
    /// <param name="caller">The file of the caller, which the compiler fills in.</param>
    public static void ShouldBe(string text, string name, [CallerFilePath] string caller = "")
    {
        var file = Path.Combine(FolderFor(caller), name);
        if (Environment.GetEnvironmentVariable("SLIPWAY_GOLDEN") == "write")
        {
            File.WriteAllText(file, text);
            return;
        }

        text.ShouldBe(File.ReadAllText(file), $"{name} differs");
    }

    private static string FolderFor(string caller)
    {
        for (var folder = Path.GetDirectoryName(caller); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, "Golden")))
            {
                return Path.Combine(folder, "Golden");
            }
        }

        throw new InvalidOperationException($"no folder Golden is beside or above {caller}");
    }
}
