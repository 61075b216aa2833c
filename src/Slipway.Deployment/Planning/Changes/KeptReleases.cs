using Slipway.Deployment.Observation;
using Slipway.Engine;

namespace Slipway.Deployment.Planning.Changes;

/// <summary>The releases whose images are on the engine.</summary>
internal static class KeptReleases
{
    /// <summary>The image names of releases that neither run nor are among the newest to be kept.</summary>
    /// <param name="context">What the deployment is planned from.</param>
    /// <returns>The names.</returns>
    public static IReadOnlyList<string> Prunable(PlanningContext context)
    {
        var needed = context.Observation.Containers.Select(c => c.Release).OfType<string>().Append(context.Release).ToHashSet();
        var tags = Tags(context).ToList();
        var releases = tags
            .GroupBy(t => ReleaseOf(t.Key))
            .Where(g => !needed.Contains(g.Key))
            .OrderByDescending(g => g.Max(t => t.Value.Created))
            .Skip(Math.Max(0, context.Application.Settings.KeepReleases - needed.Count))
            .Select(g => g.Key)
            .ToHashSet();
        return [.. tags.Where(t => releases.Contains(ReleaseOf(t.Key))).Select(t => t.Key).Order(StringComparer.Ordinal)];
    }

    /// <summary>The releases that can be rolled back to cold: those of which every service with slots has its image.</summary>
    /// <param name="context">What the deployment is planned from.</param>
    /// <returns>The names, newest first.</returns>
    public static IReadOnlyList<string> Complete(PlanningContext context)
    {
        var services = context.Application.Slotted.Select(s => s.Name).ToList();
        return [.. Tags(context)
            .GroupBy(i => ReleaseOf(i.Key))
            .Where(g => services.All(s => context.Observation.Images.ContainsKey(ChangeFinder.ReleaseTag(context.Application.Name, s, g.Key))))
            .OrderByDescending(g => g.Max(i => i.Value.Created))
            .Select(g => g.Key)];
    }

    // By whole names: an application's name may be the beginning of another's. What is built for a service that is gone has its label.
    private static IEnumerable<KeyValuePair<string, ImageObservation>> Tags(PlanningContext context)
    {
        var prefix = $"slipway/{context.Application.Name}-";
        var names = context.Application.Compose.Services.Select(s => prefix + s.Name).ToHashSet(StringComparer.Ordinal);
        return context.Observation.Images.Where(i => i.Key.StartsWith(prefix, StringComparison.Ordinal)
            && (names.Contains(i.Key[..i.Key.LastIndexOf(':')]) || i.Value.Labels.GetValueOrDefault(Labels.Application) == context.Application.Name));
    }

    private static string ReleaseOf(string tag) => tag[(tag.LastIndexOf(':') + 1)..];
}
