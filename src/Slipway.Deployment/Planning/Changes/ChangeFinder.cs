using System.Security.Cryptography;
using System.Text;
using Slipway.Compose.Services;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Engine;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Planning.Changes;

/// <summary>Decides, from what was observed, which services are replaced, by what, and in which slot. Pure.</summary>
/// <param name="observation">What was observed.</param>
/// <param name="addresses">The slots' addresses.</param>
internal sealed class ChangeFinder(Application application, ObservedState observation, SlotAddresses addresses)
{
    /// <summary>The name of the release: the one asked for, else a hash over what makes it up.</summary>
    /// <param name="wanted">The name that the user gave, if any.</param>
    /// <returns>The name.</returns>
    public string Release(string? wanted)
    {
        if (wanted is not null)
        {
            return wanted;
        }

        var text = new StringBuilder();
        foreach (var service in application.Released.Select(s => s.Name).Concat(application.Jobs))
        {
            var reference = ReferenceOf(service);
            text.Append(service).Append(' ').Append(application.Compose.ConfigHash(service)).Append(' ').Append(reference).Append(' ')
                .Append(SourceOf(reference) ?? MovedTo(reference) ?? observation.Images.GetValueOrDefault(reference)?.Id ?? DigestOf(reference)).Append('\n');
        }

        return NameOf(text.ToString());
    }

    /// <summary>Finds what happens with every service that a release replaces.</summary>
    /// <param name="kept">Whether the release is one whose images are kept, to be used as they are.</param>
    /// <returns>The changes, blue-green services first.</returns>
    public IReadOnlyList<ServiceChange> Find(string release, bool kept) =>
        [.. application.Released.Select(s => Change(s, Image(s.Name, release, kept), kept))];

    /// <summary>Finds what happens with every service that runs to its end.</summary>
    /// <param name="services">What happens with those that a release replaces.</param>
    /// <param name="runs">Whether jobs are run at all.</param>
    /// <returns>The jobs, each after those that it waits for.</returns>
    public IReadOnlyList<JobChange> FindJobs(string release, IReadOnlyList<ServiceChange> services, bool runs) =>
        new JobFinder(application, observation).Find(release, j => Image(j, release, kept: false), services.Any(s => s.Changes), runs);

    /// <summary>The name under which a release's image of a service is kept on the engine.</summary>
    /// <param name="application">The application's name.</param>
    /// <returns>The image's name.</returns>
    public static string ReleaseTag(string application, string service, string release) =>
        $"{ReleaseTags(application)}{service.ToLowerInvariant()}:{release}";

    /// <summary>What the names of an application's kept images begin with.</summary>
    public static string ReleaseTags(string application) => $"slipway/{application}-";

    private ServiceChange Change(ServiceSettings service, ImageChange image, bool kept)
    {
        if (service.Strategy.HasReplicas)
        {
            var (replicas, why) = new ReplicaFinder(application, observation).Find(service, image, kept);
            var newest = (replicas.Working.Count > 0 ? replicas.Working[^1] : null) ?? observation.Of(service.Name).MaxBy(c => c.Created);
            return new ServiceChange(service, why is not null, why ?? "unchanged", null, Slot.Blue, image, null, newest) { Replicas = replicas };
        }

        var active = ActiveSlot(service);
        var target = active?.Other() ?? Slot.Blue;
        var plain = observation.Of(service.Name).FirstOrDefault(c => c.Slot is null);
        var incumbent = active is { } slot ? observation.In(service.Name, slot) : plain;
        var reason = Reason(service, incumbent, image, kept);
        return new ServiceChange(service, reason is not null, reason ?? "unchanged", active, target, image, observation.In(service.Name, target), incumbent);
    }

    private Slot? ActiveSlot(ServiceSettings service)
    {
        // Without a proxy of Slipway's the plain container is the one that users reach.
        if (service.Strategy.IsBehindProxy
            && !observation.Gateways.Any(g => g.IsUp && g.Slots.ContainsKey(service.Name))
            && observation.Of(service.Name).Any(c => c is { Slot: null, IsRunning: true }))
        {
            return null;
        }

        if (observation.ActiveSlots.TryGetValue(service.Name, out var slot))
        {
            return observation.In(service.Name, slot) is null ? null : slot;
        }

        // The proxy does not run, or there is none.
        return LastToServe.Of(observation, service.Name);
    }

    private string? Reason(ServiceSettings service, ContainerObservation? incumbent, ImageChange image, bool kept)
    {
        if (incumbent is null)
        {
            return "first deployment";
        }

        if (incumbent.Slot is null && service.Strategy.HasSlots)
        {
            return "taken over from plain compose";
        }

        if (service.Strategy.IsBehindProxy && !Strays.IsInPlace(application, addresses, service.Name, incumbent))
        {
            return "no proxy leads to its container";
        }

        if (image.Action != ImageAction.None)
        {
            return image.Reason;
        }

        if (incumbent.ImageId != image.Id)
        {
            return "new image";
        }

        if (!kept && incumbent.Labels.GetValueOrDefault(Labels.Configuration) != application.Compose.ConfigHash(service.Name))
        {
            return ConfigurationReason(application, service.Name, incumbent);
        }

        return incumbent.IsRunning && !incumbent.IsUnhealthy ? null : $"its container is {(incumbent.IsRunning ? "unhealthy" : incumbent.State)}";
    }

    /// <summary>Says what changed of a service's configuration, where that can be told.</summary>
    internal static string ConfigurationReason(Application application, string service, ContainerObservation container) =>
        MountLabel.Changed(application.Compose.Find(service)!, container.Labels.GetValueOrDefault(Labels.Mounts)) is { } path
            ? $"a file of {path} changed"
            : "configuration changed";

    private string ReferenceOf(string service) => ImageReference.WithTag(application.ImageOf(service));

    // The digest that the registry has for a name, where that is not the one that the engine has.
    private string? MovedTo(string reference) =>
        DigestOf(reference) is { } digest
        && observation.Images.GetValueOrDefault(reference)?.Digests.Any(d => d.EndsWith("@" + digest, StringComparison.Ordinal)) == false
            ? digest
            : null;

    private string? DigestOf(string reference) => observation.Registries.GetValueOrDefault(reference)?.Digest;

    // What is pulled without anybody knowing what it is may be another image than the one that has the name.
    private string NameOf(string text)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];
        var isTaken = application.Released.Any(service =>
            ReferenceOf(service.Name) is var reference && Builder(reference) is null && DigestOf(reference) is null
            && !observation.Images.ContainsKey(reference) && observation.Images.ContainsKey(ReleaseTag(application.Name, service.Name, name)));
        return isTaken ? NameOf(text + name) : name;
    }

    private ComposeService? Builder(string reference) =>
        application.Compose.Services.FirstOrDefault(s => s.Build is not null && ReferenceOf(s.Name) == reference);

    private string? SourceOf(string reference) =>
        Builder(reference) is { } builder ? observation.Sources.GetValueOrDefault(builder.Name) : null;

    private ImageChange Image(string service, string release, bool kept)
    {
        var reference = ReferenceOf(service);
        var tag = ReleaseTag(application.Name, service, release);
        if (kept)
        {
            return new ImageChange(service, tag, ImageAction.None, observation.Images.GetValueOrDefault(tag)?.Id, "kept", tag);
        }

        var present = observation.Images.GetValueOrDefault(reference);
        if (Builder(reference) is not { } builder)
        {
            return present is null ? new ImageChange(service, reference, ImageAction.Pull, null, "image is not on the engine", tag)
                : MovedTo(reference) is not null ? new ImageChange(
                    service, reference, ImageAction.Pull, null, $"the tag {reference[(reference.LastIndexOf(':') + 1)..]} points to another image", tag)
                : new ImageChange(service, reference, ImageAction.None, present.Id, "present", tag);
        }

        var source = observation.Sources.GetValueOrDefault(builder.Name);
        if (source is not null && present?.Labels.GetValueOrDefault(Labels.Source) == source)
        {
            return new ImageChange(builder.Name, reference, ImageAction.None, present.Id, "built already", tag);
        }

        // The same sources may have been built before under another name: then that image is the one.
        var twin = source is null ? null : observation.Images.Values.FirstOrDefault(i => i.Labels.GetValueOrDefault(Labels.Source) == source);
        return twin is { Tags.Count: > 0 }
            ? new ImageChange(builder.Name, twin.Tags[0], ImageAction.None, twin.Id, "built already", tag)
            : new ImageChange(builder.Name, reference, ImageAction.Build, null, present is null ? "image is not built" : "sources changed", tag);
    }
}
