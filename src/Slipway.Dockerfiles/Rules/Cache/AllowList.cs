using Slipway.Dockerfiles.CacheMounts;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>Writes a .dockerignore that leaves exactly what a Dockerfile reads.</summary>
internal static class AllowList
{
    /// <summary>Writes the file.</summary>
    /// <param name="context">What is known.</param>
    /// <param name="sources">What is copied, relative to the context.</param>
    /// <returns>The text, or null when the Dockerfile reads what can't be listed.</returns>
    public static string? Of(LintContext context, IReadOnlyList<string> sources)
    {
        var mounts = context.Steps.SelectMany(s => CacheMount.Of(s.Instruction)).Any(m => m.Type == "bind" && m.From is null);
        var isOpen = sources.Count == 0
            || sources.Any(s => CopyMap.IsWhole(s) || s.Contains("..", StringComparison.Ordinal) || s.AsSpan().ContainsAny('$', '[', '\\'));
        if (mounts || isOpen || context.Steps.Any(s => s.IsTrigger || HasVariable(s) || IsBuiltOnTriggers(s)) || !sources.All(s => IsThere(context.Build, s)))
        {
            return null;
        }

        var lines = new List<string> { "# Only what the Dockerfile copies.", "*" };
        lines.AddRange(sources.Order(StringComparer.Ordinal).Select(s => "!" + s));
        if (context.Build.Files!.Any(f => f.Path.EndsWith(".py", StringComparison.Ordinal)))
        {
            lines.AddRange(["**/__pycache__", "**/*.pyc"]);
        }

        return string.Join('\n', lines) + "\n";
    }

    // Who builds may give it another value than its default.
    private static bool HasVariable(Step step) =>
        CopyMap.CopiesContext(step) && step.Instruction.Words.SkipLast(1).Any(w => w.Text.Contains('$', StringComparison.Ordinal));

    // What such a base copies isn't written here.
    private static bool IsBuiltOnTriggers(Step step) => step.Stage.RootImage.Contains("onbuild", StringComparison.Ordinal);

    /// <summary>Whether a source is a file or folder of the context itself: what a link leads to would have to be listed too.</summary>
    private static bool IsThere(BuildContext build, string source) => source.AsSpan().ContainsAny('*', '?')
        || build.Files!.Any(f => !f.IsLink && (f.Path == source.Trim('/') || f.Path.StartsWith(source.Trim('/') + "/", StringComparison.Ordinal)));
}
