using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>dnf install without -y.</summary>
internal sealed class DL3038()
    : YesRule(new(
        "DL3038", Severity.Warning, "Call dnf install with -y", "The build stops at a question that nobody answers."), ["dnf", "microdnf"],
        ["install", "groupinstall", "localinstall"], ["y", "assumeyes"]);
