using Slipway.Compose.Editing;
using Slipway.Compose.Text;

namespace Slipway.Compose.Files;

/// <summary>Finds the files that a compose file includes and extends.</summary>
internal static class FileReferences
{
    /// <summary>The references of a file, includes first. A path with a variable that nobody knows is left out.</summary>
    public static IEnumerable<FileReference> Of(ComposeFile file, Func<string, string?> variable)
    {
        foreach (var root in file.Document?.Roots ?? [])
        {
            foreach (var reference in (root.Get("include")?.Items ?? []).SelectMany(i => Included(file, i, variable)))
            {
                yield return reference;
            }

            foreach (var service in root.Get("services")?.Entries ?? [])
            {
                if (service.Value.Get("extends")?.Get("file") is { } path && Text(path, variable) is { } text && !IsRemote(text))
                {
                    var location = FilePaths.Join(file.Folder, text);
                    yield return new(file, path, location, FilePaths.FolderOf(location), IsExtends: true, IsOtherProject: false);
                }
            }
        }
    }

    /// <summary>The file that a service extends a service of; null for its own.</summary>
    public static string? Extended(ComposeFile file, ComposeValue extends, Func<string, string?> variable) =>
        extends.Get("file") is { } path ? Text(path, variable) is { } text ? FilePaths.Join(file.Folder, text) : "?" : null;

    private static IEnumerable<FileReference> Included(ComposeFile file, ComposeValue include, Func<string, string?> variable)
    {
        var path = include.IsMap ? include.Get("path") : include;
        var several = path is null ? [] : path.IsList ? path.Items : [path];
        var texts = several.Select(o => (Value: o, Text: Text(o, variable))).Where(o => o.Text is not null && !IsRemote(o.Text)).ToList();
        if (texts.Count == 0)
        {
            yield break;
        }

        // All files of one include start from the folder of the first, unless it names another one.
        var given = include.Get("project_directory") is { } directory ? Text(directory, variable) : null;
        var folder = given is null ? FilePaths.FolderOf(FilePaths.Join(file.Folder, texts[0].Text!)) : FilePaths.Join(file.Folder, given);
        var isOther = include.Get("project_directory") is not null || include.Get("env_file") is not null;
        foreach (var (value, text) in texts)
        {
            yield return new(file, value, FilePaths.Join(file.Folder, text!), folder, IsExtends: false, isOther);
        }
    }

    private static string? Text(ComposeValue value, Func<string, string?> variable) => value.Text is { } text ? ComposeVariables.Expand(text, variable) : null;

    private static bool IsRemote(string path) =>
        path.Contains("://", StringComparison.Ordinal)
            || path.StartsWith("git@", StringComparison.Ordinal)
            || path.StartsWith("oci:", StringComparison.Ordinal);
}
