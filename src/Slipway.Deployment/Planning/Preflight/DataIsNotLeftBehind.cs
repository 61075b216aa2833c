using Slipway.Compose.Services;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning.Changes;

namespace Slipway.Deployment.Planning.Preflight;

/// <summary>
/// What a service keeps in a volume without a name, or in no volume at all, is not left behind in its old container, unless the user consents.
/// </summary>
internal sealed class DataIsNotLeftBehind : IPreflightRule
{
    public IEnumerable<Refusal> Check(PlanningContext context) =>
        context.Changing.Where(s => s.Incumbent is not null && !context.Request.Consents.Contains(s.Name))
            .Select(s => OfVolume(context, s) ?? OfContainer(s))
            .OfType<Refusal>();

    private static Refusal? OfVolume(PlanningContext context, ServiceChange change) =>
        context.Application.Compose.Find(change.Name) is { } service && AnonymousVolumes.Lost(service, change.Incumbent!.AnonymousVolumes) is [var path, ..]
            ? new Refusal(
                $"{change.Name} has a volume without a name at {path}, and the new container would begin without what is in it",
                $"name it in the compose file (volumes: [\"NAME:{path}\"]), give {change.Name} the strategy stateful, or, if nothing in it has to be kept,"
                    + $" deploy with --consent={change.Name}")
            : null;

    private static Refusal? OfContainer(ServiceChange change)
    {
        var written = (change.Replicas?.Working ?? [change.Incumbent!]).FirstOrDefault(c => c.WrittenData.Count > 0);
        return written is null
            ? null
            : new Refusal(
                $"{change.Name} keeps data in its container ({Named(written)}), and the new one would begin without it",
                $"let it write into a volume, give {change.Name} the strategy stateful, or, if nothing there has to be kept, mount a tmpfs there"
                    + $" or deploy with --consent={change.Name}; what is there by now: docker cp {written.Name}:{written.WrittenData[0]} .");
    }

    private static string Named(ContainerObservation container) =>
        container.WrittenData is [var only] ? only : $"{container.WrittenData[0]} and others";
}
