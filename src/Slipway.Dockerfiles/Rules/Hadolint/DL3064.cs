using Slipway.Dockerfiles.Contexts;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>Secrets in arguments and variables.</summary>
internal sealed class DL3064()
    : DockerfileRule(new(
        "DL3064", Severity.Warning, "Keep secrets out of ARG and ENV", "Whoever has the image can read them; RUN --mount=type=secret leaves no trace.",
        "how the build is given the secret has to change as well"))
{
    public override IEnumerable<Finding> Check(LintContext context) => context.File.Instructions.TakeWhile(i => !i.Is("FROM"))
        .Where(i => i.Is("ARG"))
        .Concat(context.Named("ARG").Concat(context.Named("ENV")).Select(s => s.Instruction))
        .SelectMany(i => i.Pairs)
        .Where(p => SecretNames.Suggests(p.Key.Text))
        .Select(p => At(context, p.Key.Span, $"{p.Key.Text} sounds like a secret"));
}
