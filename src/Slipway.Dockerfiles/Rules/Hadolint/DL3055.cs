using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>A label that should be a commit.</summary>
internal sealed class DL3055() : LabelRule(new("DL3055", Severity.Warning, "Write commits as git does", Because, Refusal), "hash")
{
    protected override string Is => "is no commit of 7 or 40 hexadecimal digits";

    protected override bool IsValid(string value) => value.Length is 7 or 40 && value.All(char.IsAsciiHexDigitLower);
}
