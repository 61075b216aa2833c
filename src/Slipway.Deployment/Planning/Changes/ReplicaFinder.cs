using System.Globalization;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Engine;

namespace Slipway.Deployment.Planning.Changes;

/// <summary>
/// Compares the replicas of a service one by one with what is deployed, so that a run that was killed half way is finished, and what is
/// right stays. Pure.
/// </summary>
/// <param name="observation">What was observed.</param>
internal sealed class ReplicaFinder(Application application, ObservedState observation)
{
    /// <summary>Finds what happens with the replicas.</summary>
    /// <param name="service">A service with replicas.</param>
    /// <param name="image">What happens with its image.</param>
    /// <param name="kept">Whether the release is a kept one, whose images are used whatever the configuration was.</param>
    /// <returns>What happens, and why; no reason when nothing does.</returns>
    public (ReplicaChange Change, string? Reason) Find(ServiceSettings service, ImageChange image, bool kept)
    {
        var all = observation.Of(service.Name).OrderBy(c => c.Created).ThenBy(c => c.Number).ToList();
        var wanted = application.Compose.Find(service.Name)!.Replicas;
        var (working, idle) = (all.Where(IsWorking).ToList(), all.Where(IsIdle).ToList());
        var right = working.Where(IsRight).Take(wanted).ToList();
        var resumed = idle.Where(IsRight).Reverse().Take(wanted - right.Count).ToList();
        var replaced = all.Except(idle).Except(right).OrderBy(IsWorking).ToList();
        var keepsWarm = application.Settings.KeepWarm && replaced.Any(CanBeWarm);
        var stale = idle.Except(resumed).Where(c => keepsWarm || !application.Settings.KeepWarm || IsRight(c) || !CanBeWarm(c)).ToList();
        var missing = wanted - right.Count - resumed.Count;
        var next = all.Except(stale).Select(c => c.Number).DefaultIfEmpty(0).Max() + 1;
        var change = new ReplicaChange
        {
            Working = working,
            Warm = WarmOf(idle, working),
            Resumed = resumed,
            Created = [.. Enumerable.Range(next, missing).Select(n => string.Create(CultureInfo.InvariantCulture, $"{application.Name}-{service.Name}-{n}"))],
            Replaced = replaced,
            Stale = stale,
            Retired = [.. replaced.Where(c => !keepsWarm || !CanBeWarm(c))],
            Scale = all.Count - stale.Count + missing,
        };
        return (change, Reason());

        string? Reason() =>
            all.Count == 0 ? "first deployment"
            : image.Action != ImageAction.None ? image.Reason
            : replaced.Any(c => c.ImageId != image.Id) ? "new image"
            : replaced.FirstOrDefault(c => !IsRight(c)) is { } old ? ChangeFinder.ConfigurationReason(application, service.Name, old)
            : replaced.FirstOrDefault(c => !IsWorking(c)) is { } broken ? $"a replica is {(broken.IsRunning ? "unhealthy" : broken.State)}"
            : right.Count != wanted || replaced.Count > 0 ? "number of replicas"
            : stale.Count > 0 ? "old replicas are left"
            : null;

        bool IsRight(ContainerObservation container) => image.Action == ImageAction.None
            && container.ImageId == image.Id
            && (kept || container.Labels.GetValueOrDefault(Labels.Configuration) == application.Compose.ConfigHash(service.Name));

        bool CanBeWarm(ContainerObservation container) => !IsRight(container)
            && container.Release is not null && (IsWorking(container) || container.State == "exited");
    }

    private static bool IsWorking(ContainerObservation container) => container is { IsRunning: true, IsUnhealthy: false };

    private static bool IsIdle(ContainerObservation container) => container.State is "exited" or "created";

    // Of one release: the newest but the one that works now, or that would if somebody had not stopped it.
    private static List<ContainerObservation> WarmOf(List<ContainerObservation> idle, List<ContainerObservation> working)
    {
        var present = working.Count > 0 ? working : idle.TakeLast(1);
        var stopped = idle.Where(c => c is { State: "exited", Release: not null } && present.All(p => p.Release != c.Release)).ToList();
        return [.. stopped.Where(c => c.Release == stopped[^1].Release)];
    }
}
