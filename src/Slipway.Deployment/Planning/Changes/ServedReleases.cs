using Slipway.Deployment.Observation;

namespace Slipway.Deployment.Planning.Changes;

/// <summary>
/// Which releases have served: those that the proxy serves now, and those that a deployer has seen serve before it replaced them. Each such
/// image has a further name at the engine, the mark, so that whoever deploys from wherever knows. What was only built, started or found
/// ready is nothing that a rollback should lead to.
/// </summary>
internal static class ServedReleases
{
    private const string Prefix = "slipway-served/";

    /// <summary>What the marks of a service begin with.</summary>
    public static string MarksOf(string application, string service) => $"{Prefix}{application}-{service.ToLowerInvariant()}:";

    /// <summary>Whether a release has served, and all its images with it or another.</summary>
    /// <param name="context">What is known.</param>
    public static bool Contains(PlanningContext context, string release) => IsKnown(context, release) && context.Application.Released.All(service =>
        Kept(context, service.Name, release) is not { } image || HasServed(context, service.Name, image));

    /// <summary>What serves now and has no mark yet.</summary>
    /// <param name="context">What is known.</param>
    /// <returns>The images, and the mark that each gets.</returns>
    public static IEnumerable<(string Image, string Mark)> Unmarked(PlanningContext context) =>
        from serving in Serving(context)
        let mark = MarksOf(context.Application.Name, serving.Service) + serving.Container.Release
        where context.Observation.Images.GetValueOrDefault(mark)?.Id != serving.Container.ImageId
        group serving.Container.ImageId by mark into one
        select (one.First(), one.Key);

    /// <summary>The marks of images that no release has any more.</summary>
    /// <param name="context">What is known.</param>
    /// <param name="removed">The names of images that are about to be removed.</param>
    public static IEnumerable<string> Superfluous(PlanningContext context, IReadOnlySet<string> removed) =>
        from service in context.Application.Compose.Services
        let marks = MarksOf(context.Application.Name, service.Name)
        let tags = ChangeFinder.ReleaseTag(context.Application.Name, service.Name, string.Empty)
        from image in context.Observation.Images
        where image.Key.StartsWith(marks, StringComparison.Ordinal)
        where !image.Value.Tags.Any(t => t.StartsWith(tags, StringComparison.Ordinal) && !removed.Contains(t))
        where context.Observation.AllContainers.All(c => c.ImageId != image.Value.Id)
        select image.Key;

    private static bool IsKnown(PlanningContext context, string release) =>
        Serving(context).Any(s => s.Container.Release == release)
        || context.Observation.Remembered.GetValueOrDefault(release) is not null
        || context.Application.Released.Any(s => context.Observation.Images.ContainsKey(MarksOf(context.Application.Name, s.Name) + release));

    private static bool HasServed(PlanningContext context, string service, ImageObservation image) =>
        image.Tags.Any(t => t.StartsWith(MarksOf(context.Application.Name, service), StringComparison.Ordinal))
        || Serving(context).Any(s => s.Service == service && s.Container.ImageId == image.Id)
        || context.Observation.Remembered.Any(r => r.Value is not null && Kept(context, service, r.Key)?.Id == image.Id);

    private static ImageObservation? Kept(PlanningContext context, string service, string release) =>
        context.Observation.Images.GetValueOrDefault(ChangeFinder.ReleaseTag(context.Application.Name, service, release));

    private static IEnumerable<(string Service, ContainerObservation Container)> Serving(PlanningContext context) =>
        from service in context.Services
        from container in service.Replicas?.Working ?? (IsConfirmed(context, service) ? [service.Incumbent!] : [])
        where container.Release is not null
        select (service.Name, container);

    // Behind a proxy it is the proxy that says who serves.
    private static bool IsConfirmed(PlanningContext context, ServiceChange service) =>
        service.Incumbent is { IsAlive: true } && service.Active is { } active
        && (!service.Settings.Strategy.IsBehindProxy || (context.Observation.ActiveSlots.TryGetValue(service.Name, out var slot) && slot == active));
}
