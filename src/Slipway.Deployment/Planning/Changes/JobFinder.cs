using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Engine;

namespace Slipway.Deployment.Planning.Changes;

/// <summary>Decides which jobs a release has to run: those whose container does not say that they did their work for it. Pure.</summary>
/// <param name="observation">What was observed.</param>
internal sealed class JobFinder(Application application, ObservedState observation)
{
    /// <summary>Finds what happens with every job.</summary>
    /// <param name="image">Gives what happens with a service's image.</param>
    /// <param name="changesRelease">Whether the deployment replaces a service.</param>
    /// <param name="runs">Whether jobs are run at all: going back to an earlier release runs none.</param>
    /// <returns>The jobs, each after those that it waits for.</returns>
    public IReadOnlyList<JobChange> Find(string release, Func<string, ImageChange> image, bool changesRelease, bool runs) =>
        [.. application.Jobs.Select(j => Change(j, release, image(j), changesRelease, runs))];

    private JobChange Change(string job, string release, ImageChange image, bool changesRelease, bool runs)
    {
        var container = observation.Of(job).FirstOrDefault(c => c.Slot is null);
        var reason = runs ? Reason(job, release, image, container, changesRelease) : null;
        return new JobChange(job, reason is not null, reason ?? (runs ? "done" : "not run"), image, $"{application.Name}-{job}-1")
        {
            Labels = container?.Labels ?? new Dictionary<string, string>(),
        };
    }

    private string? Reason(string job, string release, ImageChange image, ContainerObservation? container, bool changesRelease)
    {
        if (container?.Release is null)
        {
            // Without a container of Slipway's, what serves shows that it was run: nothing serves that its job has not been run for.
            return changesRelease || image.Action != ImageAction.None ? "once for this release" : null;
        }

        // The name of a release may be another one once its images are there; what has failed has failed whatever it was for.
        return container.IsRunning ? "it was interrupted"
            : !container.HasSucceeded ? $"it has failed ({container.Status})"
            : changesRelease && container.Release != release ? "once for this release"
            : image.Action != ImageAction.None ? image.Reason
            : container.ImageId != image.Id ? "new image"
            : container.Labels.GetValueOrDefault(Labels.Configuration) != application.Compose.ConfigHash(job) ? "configuration changed"
            : null;
    }
}
