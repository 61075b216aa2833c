using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>More than one CMD.</summary>
internal sealed class DL4003() : RepeatedRule(new("DL4003", Severity.Warning, "Have one CMD", Because), "CMD");
