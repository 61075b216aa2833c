using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>A label that should be an address.</summary>
internal sealed class DL3052() : LabelRule(new("DL3052", Severity.Warning, "Write addresses as RFC 3986 says", Because, Refusal), "url")
{
    protected override string Is => "is no address";

    protected override bool IsValid(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && value.Contains(':', StringComparison.Ordinal) && uri.Scheme.Length > 1 && !value.StartsWith('/');
}
