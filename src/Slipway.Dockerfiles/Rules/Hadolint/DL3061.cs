using Slipway.Dockerfiles.Contexts;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>Instructions before the first FROM.</summary>
internal sealed class DL3061()
    : DockerfileRule(new(
        "DL3061", Severity.Error, "Begin with FROM or ARG", "The engine refuses everything else before the first FROM.",
        "which image it should be based on isn't known"))
{
    public override IEnumerable<Finding> Check(LintContext context) =>
        context.File.Instructions.TakeWhile(i => !i.Is("FROM"))
            .Where(i => !i.Is("ARG"))
            .Select(i => At(context, i.Span, $"{i.Name} stands before the first FROM"));
}
