using Slipway.Deployment.Observation;
using Slipway.Engine;

namespace Slipway.Deployment.Planning.Changes;

/// <summary>The releases whose images are on the engine.</summary>
internal static class KeptReleases
{
    /// <summary>
    /// The image names of the releases that are too many once the slots hold the new release: all that never served, then those that served
    /// longest ago.
    /// </summary>
    /// <param name="context">What the deployment is planned from.</param>
    /// <returns>The names. What a container still uses is not among them.</returns>
    public static IReadOnlyList<string> Prunable(PlanningContext context)
    {
        var left = Left(context);
        var tags = Tags(context).ToList();
        var first = FirstOf(context, left);
        var kept = InOrder(context, tags)
            .Where(r => !first.Contains(r) && ServedReleases.Contains(context, r))
            .Take(Math.Max(0, context.Application.Settings.KeepReleases - first.Count))
            .Concat(first)
            .ToHashSet(StringComparer.Ordinal);
        var needed = left.Where(c => c.Release is not null)
            .Select(c => ChangeFinder.ReleaseTag(context.Application.Name, c.Service ?? c.ComposeService, c.Release!))
            .ToHashSet(StringComparer.Ordinal);
        var names = tags.Where(t => !kept.Contains(ReleaseOf(t.Key)) && !needed.Contains(t.Key)).Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        names.UnionWith(ServedReleases.Superfluous(context, names).ToList());
        return [.. names.Where(n => !IsLastOfUsed(context.Observation.Images[n])).Order(StringComparer.Ordinal)];

        // What gives way may end only after the images were looked at.
        bool IsLastOfUsed(ImageObservation image) => image.Tags.All(names.Contains)
            && (left.Any(c => c.ImageId == image.Id)
                || context.Observation.Ending.Any(c => c.ImageId == image.Id)
                || context.Changing.Any(s => s.Occupant is { IsAlive: true } occupant && occupant.ImageId == image.Id));
    }

    /// <summary>
    /// The releases that can be rolled back to cold: those that have served and of which every service that a release replaces has its image.
    /// </summary>
    /// <param name="context">What the deployment is planned from.</param>
    /// <returns>The names, newest first.</returns>
    public static IReadOnlyList<string> Complete(PlanningContext context) =>
        [.. InOrder(context, Tags(context)).Where(r => Missing(context, r).Count == 0 && ServedReleases.Contains(context, r))];

    /// <summary>Those of them that are not just what runs now.</summary>
    /// <param name="context">What the deployment is planned from.</param>
    /// <returns>The names, newest first.</returns>
    public static IReadOnlyList<string> Others(PlanningContext context) =>
        [.. Complete(context).Where(r => context.Services.Any(s => TagOf(context, s, r).Id != s.Incumbent?.ImageId))];

    /// <summary>The services whose image of a release is not on the engine.</summary>
    /// <param name="context">What the deployment is planned from.</param>
    /// <returns>Their names.</returns>
    public static IReadOnlyList<string> Missing(PlanningContext context, string release) =>
        [.. context.Application.Released.Select(s => s.Name)
            .Where(s => !context.Observation.Images.ContainsKey(ChangeFinder.ReleaseTag(context.Application.Name, s, release)))];

    /// <summary>Whether any release's image of a service is kept.</summary>
    /// <param name="context">What the deployment is planned from.</param>
    /// <param name="except">A release that does not count.</param>
    public static bool HasAny(PlanningContext context, string service, string? except) =>
        Tags(context).Any(t => t.Key == ChangeFinder.ReleaseTag(context.Application.Name, service, ReleaseOf(t.Key)) && ReleaseOf(t.Key) != except);

    private static ImageObservation TagOf(PlanningContext context, ServiceChange service, string release) =>
        context.Observation.Images[ChangeFinder.ReleaseTag(context.Application.Name, service.Name, release)];

    // What serves and what stays warm comes before what is only kept.
    private static HashSet<string> FirstOf(PlanningContext context, List<ContainerObservation> left)
    {
        var changing = context.Changing.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var first = left
            .Where(c => changing.Count == 0 || changing.Contains(c.Service ?? c.ComposeService))
            .Select(c => c.Release)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        if (changing.Count > 0)
        {
            first.Add(context.Release);
        }

        return first;
    }

    // The new release takes the place of what was warm before.
    private static List<ContainerObservation> Left(PlanningContext context) =>
        [.. context.Observation.Containers.Where(c => !context.Changing.Any(s => s.Occupant == c || s.Replicas?.Stale.Contains(c) == true))];

    private static IEnumerable<string> InOrder(PlanningContext context, IEnumerable<KeyValuePair<string, ImageObservation>> tags)
    {
        var remembered = context.Observation.Remembered;
        return tags
            .GroupBy(t => ReleaseOf(t.Key))
            .OrderByDescending(g => ServedReleases.Contains(context, g.Key))
            .ThenByDescending(g => remembered.GetValueOrDefault(g.Key) ?? g.Max(t => t.Value.Created))
            .Select(g => g.Key);
    }

    // By whole names: an application's name may be the beginning of another's. What is built for a service that is gone has its label.
    private static IEnumerable<KeyValuePair<string, ImageObservation>> Tags(PlanningContext context)
    {
        var prefix = ChangeFinder.ReleaseTags(context.Application.Name);
        var names = context.Application.Compose.Services
            .Select(s => ChangeFinder.ReleaseTag(context.Application.Name, s.Name, string.Empty))
            .ToHashSet(StringComparer.Ordinal);
        return context.Observation.Images.Where(image => image.Key.StartsWith(prefix, StringComparison.Ordinal)
            && (names.Contains(image.Key[..(image.Key.LastIndexOf(':') + 1)])
                || image.Value.Labels.GetValueOrDefault(Labels.Application) == context.Application.Name));
    }

    private static string ReleaseOf(string tag) => tag[(tag.LastIndexOf(':') + 1)..];
}
