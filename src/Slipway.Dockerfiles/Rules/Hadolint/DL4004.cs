using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>More than one ENTRYPOINT.</summary>
internal sealed class DL4004() : RepeatedRule(new("DL4004", Severity.Error, "Have one ENTRYPOINT", Because), "ENTRYPOINT");
