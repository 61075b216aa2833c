using Slipway.Compose.Files;
using Slipway.Compose.Projects;
using Slipway.Findings.Sources;

namespace Slipway.Linting.Files;

/// <summary>Finds the compose files of an application as compose and Slipway do. Neither of them is needed, nor an engine.</summary>
/// <param name="folder">The application's folder.</param>
/// <param name="start">The folder that shown paths are relative to.</param>
/// <param name="problems">Receives what can't be read and is left out for that.</param>
internal sealed class ComposeFinder(string folder, string start, List<string> problems)
{
    /// <summary>Far beyond the longest compose file that is read: whatever is longer needs no more of it to be refused.</summary>
    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Finds the application: the files that slipway.yaml names, else those that compose takes by itself.</summary>
    /// <param name="settings">What slipway.yaml says.</param>
    /// <param name="variable">Gives a variable's value, or null.</param>
    /// <returns>The application; without files when there are none.</returns>
    public ComposeApplication Application(LintedSettings settings, Func<string, string?> variable) => Read(Named(settings, variable), variable);

    /// <summary>The other compose files of the folder, each by itself: for tests, for development, for another host.</summary>
    /// <param name="variable">Gives a variable's value, or null.</param>
    /// <returns>An application for each.</returns>
    public IReadOnlyList<ComposeApplication> Others(ComposeApplication application, Func<string, string?> variable) =>
    [
        .. Directory.EnumerateFiles(folder, "*compose*.y*ml").Select(Path.GetFullPath).Order(StringComparer.Ordinal)
            .Where(f => application.Files.All(k => k.Location != Slashed(f)))
            .Select(f => Read([f], variable)),
    ];

    private IEnumerable<string> Named(LintedSettings settings, Func<string, string?> variable)
    {
        if (settings.ComposeFiles is { } named && named.Any(f => File.Exists(Path.Combine(folder, f))))
        {
            return named.Select(f => Path.GetFullPath(Path.Combine(folder, f)));
        }

        if (new ProjectVariables(variable).Files is { IsEmpty: false } files)
        {
            return files.Select(f => Path.GetFullPath(Path.Combine(folder, f)));
        }

        return UsualComposeFiles.In(folder).Select(f => Path.GetFullPath(Path.Combine(folder, f)));
    }

    private ComposeApplication Read(IEnumerable<string> files, Func<string, string?> variable) =>
        ComposeApplication.Read([.. files.Select(f => (Slashed(f), Source: Source(f)!)).Where(f => f.Source is not null)], Included, variable);

    private SourceText? Included(string path) => File.Exists(path) ? Source(path) : null;

    private SourceText? Source(string file)
    {
        var shown = ShownPath.Of(file, start);
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[Math.Min(stream.Length, MostBytes)];
            var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return SourceText.From(shown, bytes.AsSpan(..count));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{shown}: {e.Message}");
            return null;
        }
    }

    private static string Slashed(string path) => path.Replace(Path.DirectorySeparatorChar, '/');
}
