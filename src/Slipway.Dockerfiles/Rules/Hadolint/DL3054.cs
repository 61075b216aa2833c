using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>A label that should be a licence.</summary>
internal sealed class DL3054() : LabelRule(new("DL3054", Severity.Warning, "Name licences as SPDX does", Because, Refusal), "spdx")
{
    protected override string Is => "is no licence that SPDX knows";

    protected override bool IsValid(string value) => SpdxLicenses.Are(value);
}
