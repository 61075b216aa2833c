using Slipway.Dockerfiles.Contexts;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>No HEALTHCHECK.</summary>
internal sealed class DL3057()
    : DockerfileRule(new(
        "DL3057", Severity.Off, "Have a HEALTHCHECK", "Without one nobody knows when a new container can take over.",
        "which address answers when the application is ready is for its authors to say"))
{
    public override IEnumerable<Finding> Check(LintContext context)
    {
        if (context.Final is { } final && !final.Chain().SelectMany(s => s.Steps).Any(s => s.Is("HEALTHCHECK")))
        {
            yield return At(context, final.From.Span, "there is no HEALTHCHECK");
        }
    }
}
