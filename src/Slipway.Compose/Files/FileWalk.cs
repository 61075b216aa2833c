using System.Collections.Immutable;

namespace Slipway.Compose.Files;

/// <summary>Walks from an application's compose files to all that they include and extend. Each file is read once, whatever circles there are.</summary>
/// <param name="read">Reads a file by its path; null when it can't be read.</param>
/// <param name="variable">Gives a variable's value, or null.</param>
internal sealed class FileWalk(Func<FileReference, ComposeFile?> read, Func<string, string?> variable)
{
    /// <summary>Many times what the largest application has.</summary>
    private const int MostFiles = 500;

    private readonly List<ComposeFile> _files = [];
    private readonly HashSet<(string Location, bool IsExtended)> _seen = [];

    /// <summary>The files: what is included comes before what includes it, what is only extended where it is first needed.</summary>
    public static ImmutableArray<ComposeFile> From(IEnumerable<ComposeFile> named, Func<FileReference, ComposeFile?> read, Func<string, string?> variable)
    {
        var walk = new FileWalk(read, variable);
        foreach (var file in named)
        {
            walk.Visit(file);
        }

        return [.. walk._files];
    }

    private void Visit(ComposeFile file)
    {
        if (_seen.Count >= MostFiles || !_seen.Add((file.Location, file.IsExtended)))
        {
            return;
        }

        foreach (var reference in FileReferences.Of(file, variable))
        {
            // What an extended file includes is no part of the application.
            if (file.IsExtended && !reference.IsExtends)
            {
                continue;
            }

            if (read(reference) is { } next)
            {
                Visit(next);
            }
        }

        _files.Add(file);
    }
}
