using System.Text.RegularExpressions;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>A label that should be a semantic version.</summary>
internal sealed partial class DL3056() : LabelRule(new("DL3056", Severity.Warning, "Write versions as Semantic Versioning says", Because, Refusal), "semver")
{
    protected override string Is => "is no semantic version";

    protected override bool IsValid(string value) => Version().IsMatch(value);

    [GeneratedRegex(
        @"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Version();
}
