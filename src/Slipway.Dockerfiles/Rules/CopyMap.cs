using Slipway.Dockerfiles.Linting;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Substitution;

namespace Slipway.Dockerfiles.Rules;

/// <summary>Tells what a COPY or ADD brings from the build context, and where to.</summary>
internal static class CopyMap
{
    /// <summary>Whether a step copies from the build context.</summary>
    public static bool CopiesContext(Step step) =>
        !step.IsTrigger && (step.Is("COPY") || step.Is("ADD")) && step.Instruction.Flag("from") is null && Sources(step).Count > 0;

    /// <summary>The sources, with variables replaced; heredocs and addresses left out.</summary>
    public static IReadOnlyList<string> Sources(Step step) =>
        [.. step.Instruction.Words.SkipLast(1)
            .Select(w => Expanded(step, w.Text))
            .Where(s => !s.StartsWith("<<", StringComparison.Ordinal) && !s.Contains("://", StringComparison.Ordinal))
            .Select(Clean)];

    /// <summary>The target as written, with variables replaced; null when there is none.</summary>
    public static string? Target(Step step) => step.Instruction.Words.Count > 1 ? Expanded(step, step.Instruction.Words[^1].Text) : null;

    /// <summary>Whether a source is the whole build context.</summary>
    public static bool IsWhole(string source) => source is "." or "*" or "/";

    /// <summary>The file of the build context that a step copies to a path.</summary>
    /// <param name="context">What is known.</param>
    /// <param name="step">The COPY.</param>
    /// <param name="path">An absolute path within the image.</param>
    /// <returns>The file relative to the context and the target that it is copied to, or null when the step doesn't bring it.</returns>
    public static (string File, string Target)? Find(LintContext context, Step step, string path)
    {
        // These flags change what is copied where.
        if (step.Instruction.Flags.Any(f => f.Name is "parents" or "exclude"))
        {
            return null;
        }

        if (Target(step) is not { } target || step.Before.Folder is null && !target.StartsWith('/'))
        {
            return null;
        }

        var folder = ContainerPath.Join(step.Before.Folder ?? "/", target);
        var sources = Sources(step);
        var isFolder = target.EndsWith('/') || target is "." or ".." || sources.Count > 1 || sources.Any(IsWhole);
        foreach (var source in sources)
        {
            foreach (var file in Candidates(context, source, isFolder, folder, path))
            {
                if (file.Length > 0 && context.Build.Sends(file))
                {
                    return (file, target);
                }
            }
        }

        return null;
    }

    private static IEnumerable<string> Candidates(LintContext context, string source, bool isFolder, string folder, string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (IsWhole(source))
        {
            if (ContainerPath.IsWithin(path, folder))
            {
                yield return path[folder.Length..].TrimStart('/');
            }

            yield break;
        }

        var isDirectory = context.Build.Files?.Any(f => f.Path.StartsWith(source + "/", StringComparison.Ordinal)) == true;
        if (isDirectory && ContainerPath.IsWithin(path, folder))
        {
            yield return source + path[folder.Length..];
        }
        else if (!isDirectory && isFolder && path == ContainerPath.Join(folder, source[(source.LastIndexOf('/') + 1)..]))
        {
            yield return source;
        }
        else if (!isDirectory && path == folder)
        {
            yield return source;
        }
        else if (!isDirectory && source.Contains('*', StringComparison.Ordinal) && path == ContainerPath.Join(folder, name))
        {
            yield return name;
        }
    }

    /// <summary>A word with its variables replaced, as far as they are known.</summary>
    public static string Expanded(Step step, string text)
    {
        var expansion = Expander.Expand(text, step.Before.Value);
        return expansion.Error is null ? expansion.Text : text;
    }

    /// <summary>A source as a path relative to the context.</summary>
    public static string Clean(string source)
    {
        var clean = ContainerPath.Clean(source);
        return clean.Length > 1 ? clean.TrimStart('/') : clean;
    }
}
