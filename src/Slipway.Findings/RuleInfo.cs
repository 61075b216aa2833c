namespace Slipway.Findings;

/// <summary>What a rule is about, the same for each of its findings.</summary>
/// <param name="Code">The code under which it is reported, ignored and configured, for instance DL3008.</param>
/// <param name="Severity">How much its findings matter unless a configuration says otherwise.</param>
/// <param name="Summary">What it looks for, in one sentence without a full stop.</param>
/// <param name="Why">Why it matters to the user, in one or two sentences.</param>
/// <param name="Refusal">Why it can't mend what it finds, for findings that come without a fix of their own.</param>
public sealed record RuleInfo(string Code, Severity Severity, string Summary, string Why, string Refusal = "");
