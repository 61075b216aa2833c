using System.Net;
using System.Security.Cryptography;
using System.Text;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Engine;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>What will be observed once a plan has been carried out.</summary>
internal static class Effects
{
    public static ObservedState Of(DeploymentPlan plan)
    {
        plan.Refusals.ShouldBeEmpty();
        var (inputs, before) = (plan.Context, plan.Context.Observation);
        if (!inputs.ChangesAnything)
        {
            return before;
        }

        var images = Images(inputs);
        var containers = before.Containers.Where(c => !IsReplaced(inputs, c)).Select(c => Stopped(inputs, c)).ToList();
        containers.AddRange(inputs.Environment.Start.Concat(inputs.Environment.Replace).Select(s => Stateful(inputs, s)));
        containers.AddRange(inputs.Environment.Raised.Select(g => Proxy(inputs, g.Gateway)));

        var labels = OverlayLabels.Read(inputs.Overlay!.Text);
        containers.AddRange(inputs.Changing.SelectMany(s => New(inputs, s, images, labels)));
        containers.RemoveAll(c => inputs.DueJobs.Any(j => j.Name == c.ComposeService));
        containers.AddRange(inputs.DueJobs.Select(j => Container(inputs, j.Name, images[j.Image.ReleaseTag].Id, labels.Of(j.Name)) with { State = "exited", Status = "Exited (0) 1 second ago" }));
        return before with
        {
            Images = images,
            Containers = containers,
            Gateways = [.. inputs.Layout.Gateways.Select(g => Serving(inputs, g))],
            Successors = Successors(inputs),
            Schema = inputs.Schema.Head is { } head && inputs.Schema.IsNeeded && !inputs.Request.Kept ? new SchemaObservation([head]) : before.Schema,
            Networks = [.. before.Networks.Where(n => n.Name != inputs.Application.SlotsNetwork), new NetworkObservation(inputs.Application.SlotsNetwork, [labels.Subnet])],
            Overlay = inputs.Overlay.Text,
        };
    }

    private static GatewayObservation Serving(PlanningContext inputs, Gateway gateway) => new(
        gateway.Container,
        gateway.Plan.Fingerprint,
        gateway.Plan.Backends.ToDictionary(
            b => b.Service,
            b => inputs.Changing.FirstOrDefault(s => s.Name == b.Service)?.Target ?? inputs.Observation.ActiveSlots.GetValueOrDefault(b.Service),
            StringComparer.Ordinal),
        gateway.Answers)
    {
        Seats = inputs.Environment.Next(gateway) is var next && next == gateway.Container ? [] : [next[^1]],
    };

    private static IReadOnlyList<SuccessorObservation> Successors(PlanningContext inputs) =>
    [
        .. inputs.Observation.Successors.Where(s => inputs.Layout.Gateways.Any(g => inputs.Environment.Next(g) == s.Container.Name && inputs.Environment.HandedOver.All(h => h.Gateway != g))),
        .. inputs.Environment.HandedOver.Select(h => new SuccessorObservation(
            Container(inputs, h.Gateway.Service, Digest(h.Gateway.Image!), []) with { Name = h.Next, Id = Digest(h.Next), Image = h.Gateway.Image! },
            h.Gateway.Container,
            h.Seat!.Value,
            Digest(h.Gateway.Container))),
    ];

    private static bool IsReplaced(PlanningContext inputs, ContainerObservation container) =>
        inputs.Changing.Any(s => container == s.Occupant
            || (container == s.Incumbent && container.Slot is null && s.Replicas is null)
            || s.Replicas?.Stale.Contains(container) == true || s.Replicas?.Retired.Contains(container) == true || s.Replicas?.Resumed.Contains(container) == true
            || (!inputs.Application.Settings.KeepWarm && container == s.Incumbent))
        || inputs.Environment.Start.Concat(inputs.Environment.Replace).Contains(container.ComposeService)
        || inputs.Environment.Raised.Any(g => container.ComposeService == g.Gateway.Service);

    private static ContainerObservation Stopped(PlanningContext inputs, ContainerObservation container) =>
        inputs.Changing.Any(s => (s.Settings.Strategy is { HasSlots: true, IsBehindProxy: false } && s.Incumbent == container) || s.Replicas?.Replaced.Contains(container) == true) ? container with { State = "exited", Status = "Exited (0) 1 second ago" } : container;

    private static Dictionary<string, ImageObservation> Images(PlanningContext inputs)
    {
        var images = new Dictionary<string, ImageObservation>(inputs.Observation.Images, StringComparer.Ordinal);
        foreach (var change in inputs.Changing.Select(s => s.Image).Concat(inputs.DueJobs.Select(j => j.Image)))
        {
            var source = inputs.Observation.Sources.GetValueOrDefault(change.Service);
            if (change.Action != ImageAction.None)
            {
                images[change.Reference] = new ImageObservation(
                    Digest($"{change.Reference} {source}"), [change.Reference], [], ImageLabels(inputs, source), inputs.Observation.Engine.Now);
            }

            images[change.ReleaseTag] = images[change.Reference];
        }

        foreach (var change in inputs.Services.Where(s => !s.Changes && inputs.Changing.Any()).Select(s => s.Image))
        {
            images[change.ReleaseTag] = images[change.Reference];
        }

        foreach (var (image, mark) in ServedReleases.Unmarked(inputs))
        {
            images[mark] = images.Values.First(i => i.Id == image);
        }

        foreach (var name in KeptReleases.Prunable(inputs))
        {
            images.Remove(name);
        }

        // A name belongs to one image only: a new build takes it from the one before.
        return images.ToDictionary(
            i => i.Key,
            i => i.Value with { Tags = [.. images.Where(other => other.Value.Id == i.Value.Id).Select(other => other.Key)] },
            StringComparer.Ordinal);
    }

    private static Dictionary<string, string> ImageLabels(PlanningContext inputs, string? source) =>
        source is null ? [] : new(StringComparer.Ordinal)
        {
            [Labels.Application] = inputs.Application.Name,
            [Labels.Source] = source,
            [Labels.Schema] = inputs.Schema.Head ?? string.Empty,
            [Labels.SchemaFloor] = inputs.Schema.Floor ?? string.Empty,
            [Labels.SchemaChain] = string.Join(',', inputs.Schema.Chain),
        };

    private static IEnumerable<ContainerObservation> New(
        PlanningContext inputs, ServiceChange service, Dictionary<string, ImageObservation> images, OverlayLabels labels)
    {
        if (service.Replicas is { } replicas)
        {
            return
            [
                .. replicas.Resumed.Select(c => c with { State = "running", Status = "Up 1 second" }),
                .. replicas.Created.Select(n => Container(inputs, service.Name, images[service.Image.ReleaseTag].Id, labels.Of(service.Name)) with { Name = n, Id = Digest($"{n} {inputs.Release}") }),
            ];
        }

        return
        [
            Container(inputs, service.TargetService, images[service.Image.ReleaseTag].Id, labels.Of(service.TargetService)) with
            {
                Addresses = service.Settings.Strategy.IsBehindProxy
                    ? new Dictionary<string, IPAddress> { [inputs.Application.SlotsNetwork] = inputs.Layout.AddressOf(service.Name, service.Target) }
                    : [],
            },
        ];
    }

    private static ContainerObservation Stateful(PlanningContext inputs, string service) => Container(
        inputs, service, Digest(service), new() { ["com.docker.compose.config-hash"] = inputs.Observation.ComposeHashes[service] });

    private static ContainerObservation Proxy(PlanningContext inputs, Gateway gateway)
    {
        var labels = new Dictionary<string, string> { [Labels.Configuration] = gateway.Shape, [Labels.Answers] = string.Join(',', gateway.Answers) };
        var networks = gateway.Answers.SelectMany(a => inputs.Application.Compose.Find(a)!.Networks).Select(n => n.Network)
            .Select(n => inputs.Application.Compose.Networks.Single(o => o.Key == n).RealName).Distinct();
        return Container(inputs, gateway.Service, Digest(gateway.Image!), labels) with
        {
            Image = gateway.Image!,
            Addresses = new Dictionary<string, IPAddress>(networks.Select(n => KeyValuePair.Create(n, IPAddress.Parse("172.20.0.9"))))
            {
                [inputs.Application.SlotsNetwork] = gateway.Address,
            },
        };
    }

    private static ContainerObservation Container(PlanningContext inputs, string service, string image, Dictionary<string, string> labels) => new(
        Digest($"{service} {inputs.Release}"),
        $"{inputs.Application.Name}-{service}-1",
        service,
        image,
        "running",
        "Up 1 minute",
        inputs.Observation.Engine.Now,
        labels,
        new Dictionary<string, IPAddress>(),
        []);

    private static string Digest(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
