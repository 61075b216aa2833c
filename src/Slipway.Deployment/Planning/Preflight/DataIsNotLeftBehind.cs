using Slipway.Compose.Services;

namespace Slipway.Deployment.Planning.Preflight;

/// <summary>What a service keeps in a volume without a name is not left behind in its old container, unless the user consents.</summary>
internal sealed class DataIsNotLeftBehind : IPreflightRule
{
    public IEnumerable<Refusal> Check(PlanningContext context)
    {
        foreach (var change in context.Changing.Where(s => s.Incumbent is not null && !context.Request.Consents.Contains(s.Name)))
        {
            if (context.Application.Compose.Find(change.Name) is { } service
                && AnonymousVolumes.Lost(service, change.Incumbent!.AnonymousVolumes) is [var path, ..])
            {
                yield return new Refusal(
                    $"{change.Name} has a volume without a name at {path}, and the new container would begin without what is in it",
                    $"name it in the compose file (volumes: [\"NAME:{path}\"]), give {change.Name} the strategy stateful, or, if nothing in it has to be kept,"
                        + $" deploy with --consent={change.Name}");
            }
        }
    }
}
