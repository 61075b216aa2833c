using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Findings;

/// <summary>One thing that a rule found in one place.</summary>
/// <param name="Severity">How much it matters, configuration included.</param>
/// <param name="File">The file as the user knows it, with forward slashes.</param>
/// <param name="Span">The offending characters.</param>
/// <param name="Start">Where they begin.</param>
/// <param name="End">Where they end; the column is that after the last character.</param>
/// <param name="Message">What is wrong here, without a full stop.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Fix">How it is mended, or why it isn't.</param>
public sealed record Finding(
    RuleInfo Rule, Severity Severity, string File, TextSpan Span, LinePosition Start, LinePosition End, string Message, string Why, Fix Fix)
{
    /// <summary>Codes of other rules that say the same of this place.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Makes a finding from a place in a source.</summary>
    /// <param name="source">The file.</param>
    /// <param name="span">The offending characters.</param>
    /// <param name="message">What is wrong here, without a full stop.</param>
    /// <param name="fix">How to mend it; without one the rule's refusal stands in.</param>
    /// <returns>The finding, as severe as its rule.</returns>
    public static Finding At(RuleInfo rule, SourceText source, TextSpan span, string message, Fix? fix = null) =>
        new(
            rule, rule.Severity, source.Path, span, source.PositionOf(span.Start), source.PositionOf(span.End), message, rule.Why,
            fix ?? Fix.Refused(rule.Refusal));

    /// <summary>The finding as one line for a person.</summary>
    /// <returns><c>file:line:column: severity code (aliases): message</c>.</returns>
    public override string ToString() =>
        $"{File}:{Start.Line}:{Start.Column}: {SeverityName.Of(Severity)} "
            + $"{Rule.Code}{(Aliases.Count > 0 ? $" ({string.Join(", ", Aliases)})" : string.Empty)}: {Message}";
}
