using System.Collections.Immutable;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Files;

/// <summary>Walks through compose files and what they include, and notes where each service is defined.</summary>
internal static class SourceFinder
{
    /// <summary>Finds out which file defines what.</summary>
    public static ComposeSourcesReading Find(ImmutableArray<ComposeFileText> files, Func<string, string?> readIncluded)
    {
        var named = files.Select(f => new ComposeFile(SourceText.From(f.Path, f.Text))).ToList();
        // Of an include with variables of its own nothing can be extended: it would mean something else.
        var walked = FileWalk.From(
            named,
            reference => !reference.IsExtends && !reference.IsOtherProject && readIncluded(reference.Location) is { } text
                && !HasVariables(reference.Folder, text)
                ? new(SourceText.From(reference.Location, text)) { Folder = reference.Folder }
                : null,
            _ => null);
        if (walked.Select(f => f.Problem).OfType<ComposeProblem>().FirstOrDefault() is { } problem)
        {
            return new(null, problem);
        }

        if (FileCircle.In(walked, _ => null) is { } circle)
        {
            return new(null, new(circle.From.Location, "its includes lead back to itself"));
        }

        bool HasVariables(string folder, string text) => folder != named[0].Folder && text.Contains('$', StringComparison.Ordinal)
            && readIncluded(FilePaths.Join(folder, DotEnv.FileName)) is not null;

        var definitions = walked
            .SelectMany(f => f.Document!.Roots.SelectMany(r => r.Get("services")?.Entries ?? []).Select(e => (e.Key, f.Location)))
            .GroupBy(s => s.Key, s => s.Location)
            .ToImmutableDictionary(s => s.Key, s => s.Distinct().ToImmutableArray(), StringComparer.Ordinal);
        return new(new([.. files.Select(f => f.Path)], definitions), null);
    }
}
