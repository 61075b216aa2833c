using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Ignoring;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>A .dockerignore lets through what no build needs.</summary>
internal sealed class WeakIgnoreFile() : DockerfileRule(new(
    "SLD106",
    Severity.Info,
    "Let .dockerignore leave out what no build needs",
    "What is sent to the engine costs time at every build, and what is copied is part of the cache key.",
    "the file isn't the Dockerfile; add the lines that the message names"))
{
    private static readonly string[] Needless =
        [".git", "node_modules", "__pycache__", ".venv", "venv", "target", "bin", "obj", "dist", ".pytest_cache", ".mypy_cache", ".gradle", "coverage"];

    public override IEnumerable<Finding> Check(LintContext context)
    {
        if (context.Build is not { IsKnown: true, Ignore: { } ignore } build)
        {
            yield break;
        }

        var whole = context.Steps.FirstOrDefault(s => CopyMap.CopiesContext(s) && CopyMap.Sources(s).Any(CopyMap.IsWhole));
        var sent = Needless.Where(n => IsSent(build, ignore, n)).ToList();
        if (whole is not null && sent.Count > 0)
        {
            yield return At(
                context, whole.Instruction.Span, $"{build.IgnorePath} lets {string.Join(", ", sent)} through{IgnoreGain.Of(build, string.Join('\n', sent))}");
        }
    }

    // Folders such as bin are needless only where they are what a build leaves behind, which compiled files show.
    private static bool IsSent(BuildContext build, IgnoreFile ignore, string name) => name switch
    {
        ".git" => build.RepositoryBytes > 0 && !ignore.Ignores(".git"),
        "bin" or "obj" or "target" or "dist" =>
            build.Sends(name) && build.Files!.Any(f => f.Path.StartsWith(name + "/", StringComparison.Ordinal) && IsCompiled(f.Path)),
        _ => build.Sends(name),
    };

    private static bool IsCompiled(string path) => Path.GetExtension(path) is ".dll" or ".class" or ".pdb" or ".jar" or ".o" or ".rlib";
}
