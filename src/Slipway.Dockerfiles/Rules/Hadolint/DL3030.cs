using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>yum install without -y.</summary>
internal sealed class DL3030()
    : YesRule(new(
        "DL3030", Severity.Warning, "Call yum install with -y", "The build stops at a question that nobody answers."), ["yum"],
        ["install", "groupinstall", "localinstall"], ["y", "assumeyes"]);
