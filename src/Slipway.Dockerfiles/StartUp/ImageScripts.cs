using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.StartUp;

/// <summary>The scripts in an image, as far as COPY brings them, from the build context or another stage, or a heredoc writes them.</summary>
/// <param name="context">The Dockerfile and its context.</param>
internal sealed class ImageScripts(LintContext context)
{
    private static readonly string[] ProgramFolders = ["/usr/local/bin/", "/usr/bin/", "/bin/"];

    /// <summary>Whether a name is one that scripts have.</summary>
    public static bool IsNamed(string word) => word.EndsWith(".sh", StringComparison.Ordinal)
        || word.Contains("entrypoint", StringComparison.OrdinalIgnoreCase)
        || (word.Contains('/', StringComparison.Ordinal)
            && word[(word.LastIndexOf('/') + 1)..] is "start" or "run" or "boot" or "init" or "server-start" or "docker-start");

    /// <summary>Whether a text says that a shell runs it.</summary>
    public static bool IsShell(string text) => text.StartsWith("#!", StringComparison.Ordinal)
        && text.AsSpan(0, Math.Min(text.Length, 80)).Contains("sh", StringComparison.Ordinal);

    /// <summary>The file of the context that is at a path of a stage's image, and its text; null when it isn't known.</summary>
    /// <param name="path">A path, or the name of a program.</param>
    public (string File, string Text)? Find(Stage stage, string path)
    {
        var own = ContainerPath.Join(stage.After.Folder ?? "/", path);
        IEnumerable<string> places = path.Contains('/', StringComparison.Ordinal) ? [own] : ProgramFolders.Select(f => f + path).Append(own);
        return places.Select(p => At(stage, p, path)).FirstOrDefault(f => f is not null);
    }

    private (string File, string Text)? At(Stage stage, string place, string name)
    {
        foreach (var step in stage.Chain().SelectMany(s => s.Steps.Reverse()).Where(s => s.Is("COPY") || s.Is("ADD")))
        {
            if (Written(step, place) is { } text)
            {
                return (name, text);
            }

            if (CopyMap.CopiesContext(step) && CopiedFile.Find(context.Build, step, place) is var (file, _) && context.Build.ReadText(file) is { } content)
            {
                return (file, content);
            }

            if (Origin(step) is { } origin && SourcesIn(step, place).Select(p => At(origin, p, name)).FirstOrDefault(f => f is not null) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The stage above that a step copies from.</summary>
    private Stage? Origin(Step step) => step.Instruction.Flag("from")?.Value is not { } from ? null
        : context.Stages.FirstOrDefault(s => s.Index < step.Stage.Index && (from.Equals(s.Name, StringComparison.OrdinalIgnoreCase) || from == $"{s.Index}"));

    /// <summary>The paths in the other stage that may become a path in this one.</summary>
    private static IEnumerable<string> SourcesIn(Step step, string place)
    {
        if (CopyMap.Target(step) is not { } target)
        {
            yield break;
        }

        var folder = ContainerPath.Join(step.Before.Folder ?? "/", target);
        foreach (var source in CopyMap.Sources(step).Select(s => s is "." or "/" ? "/" : "/" + s.Trim('/')))
        {
            if (place == folder || place == ContainerPath.Join(folder, source[(source.LastIndexOf('/') + 1)..]))
            {
                yield return source;
            }
            else if (ContainerPath.IsWithin(place, folder))
            {
                yield return source.TrimEnd('/') + "/" + place[folder.Length..].TrimStart('/');
            }
        }
    }

    private static string? Written(Step step, string path) =>
        step.Instruction.Heredocs is [var heredoc] && CopyMap.Target(step) is { } target && ContainerPath.Join(step.Before.Folder ?? "/", target) == path
            ? heredoc.Content.Text
            : null;
}
