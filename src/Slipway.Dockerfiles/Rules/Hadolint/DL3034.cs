using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>zypper that asks.</summary>
internal sealed class DL3034()
    : YesRule(new(
        "DL3034", Severity.Warning, "Call zypper install with -y", "The build stops at a question that nobody answers."), ["zypper"],
        ["install", "in", "remove", "rm", "source-install", "si", "patch"], ["non-interactive", "n", "no-confirm", "y"]);
