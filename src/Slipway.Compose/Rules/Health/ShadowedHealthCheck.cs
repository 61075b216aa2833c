using Slipway.Findings;

namespace Slipway.Compose.Rules.Health;

/// <summary>An image's health check that a compose file takes the place of.</summary>
internal sealed class ShadowedHealthCheck() : ComposeRule(new(
    "SLC107",
    Severity.Info,
    "Say in one place how a service's health is found out",
    "The Dockerfile's HEALTHCHECK is never run: who changes it there wonders why nothing changes.",
    "only its author knows which of the two is right"))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            if (DeclaredCheck.Of(service) is { Words.Length: > 0, Test: { } test } && context.ImageOf(service) is { HasHealthCheck: true })
            {
                yield return At(test, "it takes the place of the image's own HEALTHCHECK");
            }
        }
    }
}
