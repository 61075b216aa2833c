using Slipway.Compose.Editing;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Files;

/// <summary>One file of an application, as it is read for looking at and for mending.</summary>
/// <param name="source">Its text, under the path that the user knows.</param>
public sealed class ComposeFile(SourceText source)
{
    private readonly Lazy<(ComposeDocument? Document, ComposeProblem? Problem)> _reading = new(() => ComposeDocument.Read(source));

    /// <summary>Its text, under the path that the user knows.</summary>
    public SourceText Source => source;

    /// <summary>Its path, by which includes and extends find it; with forward slashes.</summary>
    public string Location { get; init; } = source.Path;

    /// <summary>The folder that relative paths in it start from; empty for the one that <see cref="Location"/> starts from.</summary>
    public string Folder { get; init; } = FilePaths.FolderOf(source.Path);

    /// <summary>Whether only parts of it are taken, by services that extend its own.</summary>
    public bool IsExtended { get; init; }

    /// <summary>Whether it was included as a project of its own, with a folder or variables of its own.</summary>
    public bool IsOtherProject { get; init; }

    /// <summary>Whether it is YAML as compose reads it, in bounds that no application needs to exceed.</summary>
    public bool IsReadable => Problem is null;

    internal ComposeDocument? Document => _reading.Value.Document;

    internal ComposeProblem? Problem => _reading.Value.Problem;

    /// <summary>The same file with other text.</summary>
    internal ComposeFile With(SourceText text) => new(text) { Location = Location, Folder = Folder, IsExtended = IsExtended, IsOtherProject = IsOtherProject };
}
