using Slipway.Traffic.Canaries;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.HaProxy;

/// <summary>
/// Writes what sends a part of the requests to the slot that does not serve: a number by chance for each request, by a cookie for each
/// client, and the share in the map of slots.
/// </summary>
internal sealed class HaProxyCanaries(ProxyPlan plan, ConfigurationText text)
{
    private const string Bucket = "txn.canary";
    private const string Sticky = "txn.sticky";

    /// <summary>How the configuration names the slot of a service that gets a share.</summary>
    public static string StateOf(string service) => $"%[str({CanaryMap.StateOf(service)}),map({SlotMap.File},{SlotLines.NoShare})]";

    /// <summary>Writes the numbers of a frontend's requests.</summary>
    public void WriteBuckets(IEnumerable<string> services)
    {
        var canaries = plan.Canaries.Where(c => services.Contains(c.Service)).ToList();
        if (canaries.Count > 0)
        {
            text.Line($"http-request set-var({Bucket}) rand({CanaryShare.Buckets})");
        }

        var sticky = canaries.Where(c => c.IsSticky).ToList();
        if (sticky.Count == 0)
        {
            return;
        }

        text.Line($"acl canary_kept req.cook({CanaryFlags.Cookie}) -m reg ^[0-9]{{1,3}}$")
            .Line($"http-request set-var({Sticky}) var({Bucket})")
            .Line($"http-request set-var({Sticky}) req.cook({CanaryFlags.Cookie}) if canary_kept");
        foreach (var canary in sticky)
        {
            text.Line($"http-request set-var(txn.new) bool(true) if !canary_kept {{ str({CanaryMap.StateOf(canary.Service)}),map({SlotMap.File}) -m found }}");
        }

        text.Line($"http-after-response add-header Set-Cookie \"{CanaryFlags.Cookie}=%[var({Sticky})]; {CanaryFlags.CookieAttributes}\" "
            + "if { var(txn.new) -m bool }");
    }

    /// <summary>Writes which requests of a route go to a slot whether it serves or not.</summary>
    public void WriteRoute(Backend backend, int port, string condition)
    {
        var service = backend.Service;
        if (plan.Canaries.FirstOrDefault(c => c.Service == service) is not { } canary)
        {
            return;
        }

        foreach (var choice in new[] { new SlotChoice(service, Slot.Green), new SlotChoice(service, Slot.Blue) })
        {
            var bucket = canary.IsSticky ? Sticky : Bucket;
            Write(choice, $"{{ str({CanaryMap.ShareOf(choice)}),map({SlotMap.File},0),sub({bucket}) -m int gt 0 }}");
            for (var number = 0; number < canary.Matches.Count; number++)
            {
                var match = canary.Matches[number];
                var fetch = match.IsCookie ? $"req.cook({match.Name})" : $"req.hdr({match.Name})";
                Write(choice, $"{{ str({CanaryMap.MatchesOf(choice)}),map({SlotMap.File},0) -m int gt {number} }} "
                    + $"{{ {fetch} {(match.Value is { } value ? $"-m str {value}" : "-m found")} }}");
            }
        }

        void Write(SlotChoice choice, string share) => text.Line($"use_backend {backend.NameOf(choice.Slot.Name(), port)} if {share} {condition}".TrimEnd());
    }
}
