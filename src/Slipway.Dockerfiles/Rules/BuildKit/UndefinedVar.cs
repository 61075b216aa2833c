using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Substitution;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>A variable that nothing has set.</summary>
internal sealed class UndefinedVar() : StepRule(
    new(
        "UndefinedVar", Severity.Warning, "Set variables before using them",
        "A variable without a value is empty: paths and names lose a part without a word.", "which value was meant isn't known"),
    "ADD", "COPY", "ENV", "EXPOSE", "LABEL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR", "ARG")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        var known = new Lazy<List<string>>(() => [.. step.Before.Environment.Keys.Concat(step.Before.Arguments.Keys).Append("PATH").Distinct()]);
        foreach (var (text, word) in Words(step.Instruction))
        {
            var expansion = Expander.Expand(text, n => Value(step, n), new() { Escape = context.File.Escape });
            foreach (var name in expansion.Unset.Where(
                n => n.Length > 0 && (char.IsAsciiLetter(n[0]) || n[0] == '_') && !HasOwnDefault(text, n) && IsCertain(context, step, n, known)))
            {
                yield return At(context, word.Span, $"{name} has no value here{Suggestion.Of(name, known.Value)}");
            }
        }
    }

    // What an image sets is known for the empty one only. A global argument that isn't declared again, one that is declared too late and a
    // name near a known one, among them the PATH that every image has, are mistakes anyway.
    private static bool IsCertain(LintContext context, Step step, string name, Lazy<List<string>> known) =>
        step.Stage.RootImage == "scratch"
            || context.Globals.ContainsKey(name)
            || step.Stage.Steps.Skip(step.Index).Any(s => s.Is("ARG") && s.Instruction.Pairs.Any(p => p.Key.Text == name))
            || Suggestion.Of(name, known.Value).Length > 0;

    private static string? Value(Step step, string name) =>
        step.Before.Arguments.ContainsKey(name) || Predefined.IsInStage(name) ? step.Before.Value(name) ?? string.Empty : step.Before.Value(name);

    // ENV PATH=$PATH:/more extends what the base image may have; ${name:-default} says what to do without it.
    private static bool HasOwnDefault(string text, string name) =>
        text.Contains($"${{{name}:", StringComparison.Ordinal)
            || text.Contains($"${{{name}-", StringComparison.Ordinal)
            || text.Contains($"${{{name}+", StringComparison.Ordinal);

    private static IEnumerable<(string Text, Word Word)> Words(Instruction instruction) =>
        instruction.Pairs.Count > 0
            ? instruction.Pairs.Where(p => p.Value is not null).Select(p => (p.Value!.Text, p.Value!))
            : instruction.Words.Where(w => !w.Text.StartsWith("<<", StringComparison.Ordinal)).Select(w => (w.Text, w));
}
