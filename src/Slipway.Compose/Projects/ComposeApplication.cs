using System.Collections.Immutable;
using Slipway.Compose.Files;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Projects;

/// <summary>All compose files of an application, as far as they can be found without compose.</summary>
public sealed class ComposeApplication
{
    private readonly Lazy<ComposeProject> _project;

    private ComposeApplication(ImmutableArray<ComposeFile> files, Func<string, string?> variable)
    {
        Files = files;
        _project = new(() => new(files, variable));
    }

    /// <summary>
    /// The files: what is included before what includes it, then in the order in which they are laid over each other. Some may be unreadable.
    /// </summary>
    public ImmutableArray<ComposeFile> Files { get; }

    /// <summary>The images that it builds.</summary>
    public IEnumerable<ServiceBuild> Builds => _project.Value.Services.Select(ServiceBuild.Of).OfType<ServiceBuild>();

    internal ComposeProject Project => _project.Value;

    /// <summary>Finds the files that an application is made of.</summary>
    /// <param name="named">The files that compose is given, in the order in which they are laid over each other; their relative paths start from the folder of
    /// the first.</param>
    /// <param name="read">Reads an included or extended file by its path, which starts where those of <paramref name="named"/> do; null when it isn't
    /// there.</param>
    /// <param name="variable">Gives the value of a variable for interpolation, or null when it isn't set.</param>
    /// <returns>The application. Nothing is thrown for bad input: it becomes findings.</returns>
    public static ComposeApplication Read(
        IReadOnlyList<(string Location, SourceText Source)> named, Func<string, SourceText?> read, Func<string, string?> variable)
    {
        var folder = named.Count == 0 ? "" : FilePaths.FolderOf(named[0].Location);
        return new(
            FileWalk.From(
                named.Select(f => new ComposeFile(f.Source) { Location = f.Location, Folder = folder }),
                reference => read(reference.Location) is { } source
                    ? new(source)
                    {
                        Location = reference.Location,
                        Folder = reference.Folder,
                        IsExtended = reference.IsExtends,
                        IsOtherProject = reference.IsOtherProject,
                    }
                    : null,
                variable),
            variable);
    }
}
