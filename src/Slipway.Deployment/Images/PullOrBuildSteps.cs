using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Images;

/// <summary>Brings the images of the release onto the engine, and names them so that they are kept.</summary>
public sealed class PullOrBuildSteps : PhaseSteps
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(PlanningContext context)
    {
        var images = context.Changing.Select(s => s.Image).Concat(context.DueJobs.Select(j => j.Image)).ToList();
        var (built, pulled) = (ServicesTo(ImageAction.Build), ServicesTo(ImageAction.Pull));
        if (built.Count > 0)
        {
            yield return new CommandStep(context.Docker.Build(context.Compose, built)) { Purpose = "build", Timeout = TimeSpan.FromHours(1) };
        }

        if (pulled.Count > 0)
        {
            yield return new CommandStep(context.Docker.Pull(context.Application.Project, pulled))
            {
                Purpose = "pull",
                Parallel = built.Count > 0,
                MaxAttempts = 3,
                Timeout = TimeSpan.FromMinutes(30),
            };
        }

        // Also what stays as it is: a release that is gone back to is all of its services.
        var named = images.Count > 0 ? context.Services.Select(s => s.Image).Concat(context.DueJobs.Select(j => j.Image)) : [];
        var unnamed = named.Where(i => i.Reference != i.ReleaseTag && !IsNamed(context, i)).ToList();
        foreach (var image in unnamed)
        {
            yield return new CommandStep(context.Docker.Tag(image.Reference, image.ReleaseTag))
            {
                Purpose = "keep for a rollback",
                Parallel = image != unnamed[0],
            };
        }

        // What serves now is what can be gone back to, and only that: it is marked before it gives way.
        foreach (var (image, mark) in context.Changing.Any() ? ServedReleases.Unmarked(context) : [])
        {
            yield return new CommandStep(context.Docker.Tag(image, mark)) { Purpose = "it has served", Parallel = true, ContinueOnError = true };
        }

        List<string> ServicesTo(ImageAction action) => [.. images.Where(i => i.Action == action).Select(i => i.Service).Distinct()];
    }

    /// <inheritdoc/>
    protected override string Reason(PlanningContext context, IReadOnlyList<Step> steps) =>
        steps.Count == 0 ? "images are present"
            : string.Join(", ", context.Changing.Select(s => $"{s.Name}: {s.Image.Reason}").Concat(context.DueJobs
                .Select(j => $"{j.Name}: {j.Image.Reason}")));

    private static bool IsNamed(PlanningContext context, ImageChange image) =>
        image.Id is not null && context.Observation.Images.GetValueOrDefault(image.ReleaseTag)?.Id == image.Id;
}
