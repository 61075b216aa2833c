using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Rules.Hadolint;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>Secrets in arguments and variables.</summary>
internal sealed class SecretsUsedInArgOrEnv()
    : StepRule(new(
        "SecretsUsedInArgOrEnv", Severity.Warning, "Keep secrets out of ARG and ENV",
        "Whoever has the image can read them; RUN --mount=type=secret leaves no trace.", "how the build is given the secret has to change as well"),
        "ARG", "ENV")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step) =>
        step.Instruction.Pairs.Where(p => SecretNames.Suggests(p.Key.Text))
            .Select(p => At(context, p.Key.Span, $"{p.Key.Text} in {step.Instruction.Name} stays in the image's history"));
}
