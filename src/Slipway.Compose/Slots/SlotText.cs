using System.Collections.Immutable;
using Slipway.Compose.Services;
using Slipway.Compose.Text;
using Slipway.Compose.Traefik;

namespace Slipway.Compose.Slots;

/// <summary>Parts that slots, proxy and other services of an overlay have in common.</summary>
internal static class SlotText
{
    public static void Labels(this ComposeText text, ImmutableArray<KeyValuePair<string, string>> labels)
    {
        if (labels.Length == 0)
        {
            return;
        }

        text.Map("labels", () =>
        {
            foreach (var (key, value) in labels)
            {
                text.Value(key, value);
            }
        });
    }

    /// <summary>What inherits the labels by which Traefik finds a service is not what Traefik is to send requests to.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Hidden(ComposeService service, ImmutableArray<KeyValuePair<string, string>> labels) =>
        TraefikLabels.AreOn(service) ? labels.Add(TraefikLabels.Off) : labels;

    /// <summary>Whether a service waits for, or links to, one that runs in slots.</summary>
    public static bool LeadsToSlots(ComposeService service, Func<string, bool> hasSlots) =>
        service.DependsOn.Any(d => hasSlots(d.Service)) || service.Links.Any(l => hasSlots(l.Service));

    /// <summary>Leaves out dependencies on, and links to, services that run in slots: compose no longer knows them by their names.</summary>
    public static void Dependencies(this ComposeText text, ComposeService service, Func<string, bool> hasSlots)
    {
        Links(text, service, hasSlots);
        var kept = service.DependsOn.Where(d => !hasSlots(d.Service)).ToImmutableArray();
        if (kept.Length == service.DependsOn.Length)
        {
            return;
        }

        if (kept.Length == 0)
        {
            text.Reset("depends_on");
            return;
        }

        text.Override("depends_on", () =>
        {
            foreach (var dependency in kept)
            {
                text.Raw(
                    dependency.Service,
                    $"{{condition: {dependency.Condition}{(dependency.Required ? "" : ", required: false")}{(dependency.Restart ? ", restart: true" : "")}}}");
            }
        });
    }

    /// <summary>Takes away a key that a service has.</summary>
    public static void ResetIf(this ComposeText text, bool isThere, string key)
    {
        if (isThere)
        {
            text.Reset(key);
        }
    }

    // Whoever has the names of these services has those of the links too.
    private static void Links(ComposeText text, ComposeService service, Func<string, bool> hasSlots)
    {
        var kept = service.Links.Where(l => !hasSlots(l.Service)).Select(l => YamlScalar.Of($"{l.Service}:{l.Alias}")).ToImmutableArray();
        if (kept.Length == service.Links.Length || service.NetworkMode is not null)
        {
            return;
        }

        if (kept.Length == 0)
        {
            text.Reset("links");
        }
        else
        {
            text.Items("links", kept, replace: true);
        }
    }

    /// <summary>The names by which others reach a service, besides its own.</summary>
    public static IEnumerable<string> OtherNames(ComposeModel model, ComposeService service) =>
        model.Services.SelectMany(s => s.Links).Where(l => l.Service == service.Name).Select(l => l.Alias)
            .Concat(((string?[])[service.ContainerName, service.Hostname]).OfType<string>().Where(n => model.Find(n) is null))
            .Where(n => n != service.Name)
            .Distinct();

    /// <summary>A service's own networks with other aliases, and one more where it has a fixed address.</summary>
    public static void Networks(
        this ComposeText text,
        ComposeService service,
        Func<ImmutableArray<string>, ImmutableArray<string>> aliases,
        (string Network, string Address)? fixedAddress)
    {
        // Aliases add up when files are merged, so taking one away needs a new list of networks.
        var takesAway = service.Networks.Any(n => n.Aliases.Except(aliases(n.Aliases)).Any());
        void Write()
        {
            foreach (var network in service.Networks)
            {
                var names = aliases(network.Aliases);
                var priority = takesAway && network.Priority is { } number ? $"priority: {number}" : null;
                var list = names.Length == 0 ? null : $"aliases: {YamlScalar.List(names)}";
                text.Raw(network.Network, $"{{{string.Join(", ", ((string?[])[list, priority]).OfType<string>())}}}");
            }

            if (fixedAddress is { } place)
            {
                text.Raw(place.Network, $"{{ipv4_address: {YamlScalar.Of(place.Address)}}}");
            }
        }

        if (takesAway)
        {
            text.Override("networks", Write);
        }
        else
        {
            text.Map("networks", Write);
        }
    }
}
