using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>Labels whose names break the rules.</summary>
internal sealed class DL3048()
    : StepRule(new(
        "DL3048", Severity.Style, "Name labels in lower case, without reserved beginnings",
        "Docker asks for lower case letters, digits, dots, dashes and slashes, and keeps some beginnings to itself.",
        "programs may look for the label under this name"), "LABEL")
{
    private static readonly string[] Reserved = ["com.docker.", "io.docker.", "org.dockerproject."];

    protected override IEnumerable<Finding> Check(LintContext context, Step step) =>
        step.Instruction.Pairs.Where(p => !IsValid(LabelRule.Plain(p.Key.Text)))
            .Select(p => At(context, p.Key.Span, $"{LabelRule.Plain(p.Key.Text)} is no valid name of a label"));

    private static bool IsValid(string key) =>
        key.Length > 0 && char.IsAsciiLetterLower(key[0]) && (char.IsAsciiLetterLower(key[^1]) || char.IsAsciiDigit(key[^1]))
        && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_' or '/')
        && !key.Contains("..", StringComparison.Ordinal)
        && !key.Contains("--", StringComparison.Ordinal)
        && !Reserved.Any(r => key.StartsWith(r, StringComparison.Ordinal));
}
