using System.Collections.Immutable;
using Slipway.Compose.Services;
using Slipway.Compose.Text;

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

    /// <summary>Leaves out dependencies on services that run in slots: compose no longer knows them by their names.</summary>
    public static void Dependencies(this ComposeText text, ComposeService service, Func<string, bool> hasSlots)
    {
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
