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
        if (mounts || isOpen || context.Steps.Any(s => s.IsTrigger))
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
}
