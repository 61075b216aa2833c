using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>More than one HEALTHCHECK.</summary>
internal sealed class DL3012() : RepeatedRule(new("DL3012", Severity.Error, "Have one HEALTHCHECK", Because), "HEALTHCHECK");
