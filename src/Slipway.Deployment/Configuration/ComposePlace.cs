using System.Text.RegularExpressions;

namespace Slipway.Deployment.Configuration;

/// <summary>Finds where in the compose files something stands of which compose only says that it is there.</summary>
internal static class ComposePlace
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>The first place that a pattern fits; the first file as a whole where none does.</summary>
    public static Place Of(ApplicationSettings settings, string pattern)
    {
        foreach (var path in settings.ComposeFiles.Select(f => Path.Combine(settings.Folder, f)).Where(p => File.Exists(p) && TextFile.WhyNot(p) is null))
        {
            var lines = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
            for (var line = 0; line < lines.Length; line++)
            {
                if (Regex.Match(lines[line], pattern, RegexOptions.CultureInvariant, Longest) is { Success: true } match)
                {
                    return new Place(Shown(path), line + 1, match.Index + 1);
                }
            }
        }

        return new Place(Shown(Path.Combine(settings.Folder, settings.ComposeFiles[0])));
    }

    private static string Shown(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
}
