using Slipway.Dockerfiles.Contexts;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.StartUp;

/// <summary>An image that serves a port has no health check.</summary>
internal sealed class MissingHealthCheck() : DockerfileRule(new(
    "SLD206",
    Severity.Info,
    "Let the image tell when it is ready",
    "Without a health check nobody knows when a new container can take over, so requests fail or a deployment waits too long.",
    "which address answers when the application is ready is for its authors to say"))
{
    public override IEnumerable<Finding> Check(LintContext context)
    {
        var steps = context.Final?.Chain().SelectMany(s => s.Steps).ToList() ?? [];
        if (steps.FirstOrDefault(s => s.Is("EXPOSE")) is { } expose && !steps.Any(s => s.Is("HEALTHCHECK")))
        {
            yield return At(context, expose.Instruction.Span, "a port is served and there is no HEALTHCHECK");
        }
    }
}
