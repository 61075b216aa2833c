using Slipway.Dockerfiles.Substitution;

namespace Slipway.Dockerfiles.Stages;

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
