using Shouldly;
using System.Runtime.CompilerServices;

namespace Slipway.Testing;

/// <summary>Compares a text with the file of that name in Golden/; with SLIPWAY_GOLDEN=write it writes the file instead.</summary>
public static class Golden
{
    public static void ShouldBe(string text, string name, [CallerFilePath] string caller = "")
    {
        if (Environment.GetEnvironmentVariable("SLIPWAY_GOLDEN") == "write")
        {
            var project = Path.GetDirectoryName(caller)!;
            while (!Directory.Exists(Path.Combine(project, "Golden")))
                project = Path.GetDirectoryName(project)!;
            File.WriteAllText(Path.Combine(project, "Golden", name), text);
            return;
        }

        text.ShouldBe(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name)));
    }
}
