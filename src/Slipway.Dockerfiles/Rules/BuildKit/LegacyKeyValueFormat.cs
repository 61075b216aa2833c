using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>ENV and LABEL with a blank instead of an equals sign.</summary>
internal sealed class LegacyKeyValueFormat()
    : StepRule(new(
        "LegacyKeyValueFormat", Severity.Warning, "Write ENV and LABEL with an equals sign",
        "With a blank, the rest of the line is the value, whatever was meant by it."), "ENV", "LABEL")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        if (step.Instruction is not { IsLegacyPair: true, Pairs: [{ Value: { } value } pair] })
        {
            yield break;
        }

        var between = TextSpan.Between(pair.Key.Span.End, value.Span.Start);
        // Quotes, escapes and lines that go on mean something else once there is an equals sign.
        var isPlain = pair.Key.Text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' or '/')
            && value.Span.Length == value.Text.Length
            && between.Length > 0
            && value.Text.AsSpan().IndexOfAny("\"'\\`\n") < 0;
        var needsQuotes = value.Text.AsSpan().IndexOfAny(" \t") >= 0;
        yield return At(context, step.Instruction.Span, $"{pair.Key.Text} is set with a blank", isPlain
            ? Fix.Replace(
                "the same value with an equals sign", TextSpan.Between(between.Start, value.Span.End), needsQuotes ? $"=\"{value.Text}\"" : $"={value.Text}")
            : Fix.Refused("the value has quotes or escapes, which mean something else after an equals sign"));
    }
}
