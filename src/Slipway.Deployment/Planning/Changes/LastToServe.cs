using Slipway.Deployment.Observation;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Planning.Changes;

/// <summary>Which slot served, where no proxy can be asked.</summary>
internal static class LastToServe
{
    /// <summary>
    /// The slot of the container that does the work, else of one that did. Of two the newest, unless the release of the other is remembered to
    /// have begun to serve after the newest was made: then users were let back to it.
    /// </summary>
    /// <returns>The slot; null without a container.</returns>
    public static Slot? Of(ObservedState observation, string service)
    {
        var slots = observation.Containers.Where(c => c.Service == service && c.Slot is not null).OrderByDescending(c => c.Created).ToList();
        var working = slots.FindAll(IsWorking);
        var candidates = working.Count > 0 ? working : slots.FindAll(c => c.State == "exited");
        return candidates is [var newest, ..]
            ? (candidates.Where(c => Began(observation, c) > newest.Created).MaxBy(c => Began(observation, c)) ?? newest).Slot
            : null;
    }

    /// <summary>Says of each service with two slots at work, of which no proxy says which one serves, which one is taken for it.</summary>
    public static IEnumerable<string> Warnings(PlanningContext context) => context.Services
        .Where(s => s.Settings.Strategy.IsBehindProxy && s.Incumbent?.Slot is not null && !context.Observation.ActiveSlots.ContainsKey(s.Name))
        .Where(s => context.Observation.Containers.Count(c => c.Service == s.Name && c.Slot is not null && IsWorking(c)) > 1)
        .Select(s => $"no proxy can be asked which slot of {s.Name} served: {s.Incumbent!.Name} is taken for it, by the history of this folder and by age");

    private static bool IsWorking(ContainerObservation container) => container.State is "running" or "restarting";

    private static DateTimeOffset? Began(ObservedState observation, ContainerObservation container) =>
        container.Release is { } release ? observation.Remembered.GetValueOrDefault(release) : null;
}
