using Slipway.Dockerfiles.Rules.Hadolint;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>More than one CMD, ENTRYPOINT or HEALTHCHECK.</summary>
internal sealed class MultipleInstructionsDisallowed()
    : RepeatedRule(new(
        "MultipleInstructionsDisallowed", Severity.Warning, "Have one CMD, ENTRYPOINT and HEALTHCHECK in a stage", Because),
        "CMD", "ENTRYPOINT", "HEALTHCHECK");
