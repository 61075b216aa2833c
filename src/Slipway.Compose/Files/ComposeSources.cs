using System.Collections.Immutable;

namespace Slipway.Compose.Files;

/// <summary>Which files of an application define which service, so that a slot can extend each of them in turn.</summary>
public sealed class ComposeSources
{
    private readonly ImmutableDictionary<string, ImmutableArray<string>>? _definitions;
    private readonly ImmutableArray<string> _files;

    internal ComposeSources(ImmutableArray<string> files, ImmutableDictionary<string, ImmutableArray<string>>? definitions)
    {
        _files = files;
        _definitions = definitions;
    }

    /// <summary>The files that were named, without the included ones.</summary>
    public ImmutableArray<string> Named => _files;

    /// <summary>Finds out which file defines what.</summary>
    /// <param name="files">The application's compose files in the order in which they are laid over each other.</param>
    /// <remarks>An include that has a file .env beside it is a project with variables of its own, which no slot could be given.</remarks>
    /// <param name="readIncluded">Reads an included file by its path relative to the application's folder; null when it can't be read.</param>
    /// <returns>The sources or the problem. Nothing is thrown for bad input.</returns>
    public static ComposeSourcesReading Read(ImmutableArray<ComposeFileText> files, Func<string, string?> readIncluded)
    {
        // By far the usual case, and every run starts here: one file without includes needs no YAML parser.
        if (files is [var only] && !only.Text.Contains("include", StringComparison.Ordinal))
        {
            return new(new([only.Path], null), null);
        }

        return SourceFinder.Find(files, readIncluded);
    }

    /// <summary>The files that define a service, in the order in which they are laid over each other.</summary>
    /// <param name="service">The service's name.</param>
    /// <returns>Paths relative to the application's folder; empty when no local file defines it.</returns>
    public ImmutableArray<string> FilesOf(string service)
    {
        if (_definitions is null)
        {
            return _files;
        }

        return _definitions.TryGetValue(service, out var files) ? files : [];
    }
}
