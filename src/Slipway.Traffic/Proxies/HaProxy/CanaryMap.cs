using Slipway.Traffic.Canaries;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.HaProxy;

/// <summary>
/// The entries of the map of slots that say which requests go to a slot that does not serve. They are never in its file, so that the next
/// configuration, and the next start, begin without. No service's name begins with a dot.
/// </summary>
internal static class CanaryMap
{
    /// <summary>Holds the slot of a service that gets a share.</summary>
    public static string StateOf(string service) => $".canary.{service}";

    /// <summary>Holds how many of the buckets go to a slot.</summary>
    public static string ShareOf(SlotChoice choice) => $".share.{choice.Service}.{choice.Slot.Name()}";

    /// <summary>Holds how many of the headers and cookies lead to a slot.</summary>
    public static string MatchesOf(SlotChoice choice) => $".matches.{choice.Service}.{choice.Slot.Name()}";

    /// <summary>The command after which the shares hold; see <see cref="ISharesRequests.Share"/>.</summary>
    /// <exception cref="ArgumentException">No share is given, or a service's name is not one.</exception>
    public static IReadOnlyList<string> Share(IReadOnlyList<CanaryShare> shares)
    {
        ProxyPlanRules.Demand([.. shares.Select(s => s.Choice)]);
        return ["sh", "-c", $"{RuntimeApi.Functions}{Functions}{string.Join(" && ", shares.SelectMany(Commands))}"];
    }

    // An entry that is there is replaced in one act; HAProxy says nothing but line feeds when it obeys.
    private static readonly string Functions =
        $"put() {{ a=$(ask {RuntimeApi.Port} \"set map {SlotMap.File} $1 $2\") || return 1; [ -z \"$(echo $a)\" ] || " +
        $"{{ a=$(ask {RuntimeApi.Port} \"add map {SlotMap.File} $1 $2\") && a=$(echo $a) && " +
        "{ [ -z \"$a\" ] || { echo \"HAProxy refused: $a\" >&2; return 1; }; }; }; }; " +
        $"drop() {{ ask {RuntimeApi.Port} \"del map {SlotMap.File} $1\" >/dev/null; }}; ";

    private static IEnumerable<string> Commands(CanaryShare share)
    {
        var other = share.Choice with { Slot = share.Choice.Slot.Other() };
        string[] entries = [ShareOf(other), MatchesOf(other)];
        if (share.Count == 0 && share.Matches == 0)
        {
            entries = [.. entries, ShareOf(share.Choice), MatchesOf(share.Choice), StateOf(share.Choice.Service)];
        }
        else
        {
            yield return $"put {ShareOf(share.Choice)} {share.Count}";
            yield return $"put {MatchesOf(share.Choice)} {share.Matches}";
            yield return $"put {StateOf(share.Choice.Service)} {share.Choice.Slot.Name()}";
        }

        foreach (var entry in entries)
        {
            yield return $"drop {entry}";
        }
    }
}
