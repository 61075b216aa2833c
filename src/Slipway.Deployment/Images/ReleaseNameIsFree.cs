using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Preflight;
using Slipway.Engine;

namespace Slipway.Deployment.Images;

/// <summary>The name that the user gives a release is not that of another one: what a rollback leads to would depend on who asks.</summary>
internal sealed class ReleaseNameIsFree : IPreflightRule
{
    public IEnumerable<Refusal> Check(PlanningContext context)
    {
        if (context.Request.Release is not { } name || context.Request.Kept)
        {
            yield break;
        }

        var other = context.Services.Where(s => IsOther(context, s)).Select(s => s.Name).ToList();
        if (other.Count > 0)
        {
            yield return new Refusal(
                $"the name {name} is taken by another release, in which {string.Join(", ", other)} {(other.Count == 1 ? "is" : "are")} not the same",
                "give this one another name with --release, or leave it out; to go back to that one: --target=Rollback --release=" + name);
        }
    }

    private static bool IsOther(PlanningContext context, ServiceChange service) =>
        (context.Observation.Images.GetValueOrDefault(service.Image.ReleaseTag) is { } kept && kept.Id != service.Image.Id)
        || context.Observation.Containers.Any(container => (container.Service ?? container.ComposeService) == service.Name
            && container.Release == context.Release
            && container.Labels.GetValueOrDefault(Labels.Configuration) != context.Application.Compose.ConfigHash(service.Name));
}
