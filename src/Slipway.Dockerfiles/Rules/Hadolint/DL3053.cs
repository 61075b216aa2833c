using System.Globalization;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>A label that should be a time.</summary>
internal sealed class DL3053() : LabelRule(new("DL3053", Severity.Warning, "Write times as RFC 3339 says", Because, Refusal), "rfc3339")
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK"];

    protected override string Is => "is no time as RFC 3339 has it";

    protected override bool IsValid(string value) =>
        DateTimeOffset.TryParseExact(value.ToUpperInvariant(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            && (value[^1] is 'Z' or 'z' || (value.Length > 6 && value[^6] is '+' or '-'));
}
