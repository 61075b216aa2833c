using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.Contexts;

/// <summary>Tells which file of the build context a path of the image comes from.</summary>
internal static class CopiedFile
{
    /// <summary>The file of the build context that a step copies to a path.</summary>
    /// <param name="build">What the engine is sent.</param>
    /// <param name="step">The COPY.</param>
    /// <param name="path">An absolute path within the image.</param>
    /// <returns>The file relative to the context and the target that it is copied to, or null when the step doesn't bring it.</returns>
    public static (string File, string Target)? Find(BuildContext build, Step step, string path)
    {
        // These flags change what is copied where.
        if (step.Instruction.Flags.Any(f => f.Name is "parents" or "exclude"))
        {
            return null;
        }

        if (CopyMap.Target(step) is not { } target || step.Before.Folder is null && !target.StartsWith('/'))
        {
            return null;
        }

        var folder = ContainerPath.Join(step.Before.Folder ?? "/", target);
        var sources = CopyMap.Sources(step);
        var isFolder = target.EndsWith('/') || target is "." or ".." || sources.Count > 1 || sources.Any(CopyMap.IsWhole);
        foreach (var source in sources)
        {
            foreach (var file in Candidates(build, source, isFolder, folder, path))
            {
                if (file.Length > 0 && build.Sends(file))
                {
                    return (file, target);
                }
            }
        }

        return null;
    }

    private static IEnumerable<string> Candidates(BuildContext build, string source, bool isFolder, string folder, string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (CopyMap.IsWhole(source))
        {
            if (ContainerPath.IsWithin(path, folder))
            {
                yield return path[folder.Length..].TrimStart('/');
            }

            yield break;
        }

        var isDirectory = build.Files?.Any(f => f.Path.StartsWith(source + "/", StringComparison.Ordinal)) == true;
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
}
