using System.Globalization;
using Slipway.Traffic.Canaries;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Caddy;

/// <summary>
/// Writes what sends a part of the requests to the slot that does not serve: a bucket by chance for each request, by a cookie for each
/// client, and whether its file exists.
/// </summary>
internal sealed class CaddyCanaries(ProxyPlan plan, ConfigurationText text)
{
    private const string Bucket = "{slipway_canary_bucket}";
    private const string StickyBucket = "{slipway_canary_sticky}";

    /// <summary>The matcher of what goes to a slot whether it serves or not.</summary>
    public static string MatcherOf(string service, Slot slot) => $"@{service}:canary:{slot.Name()}";

    /// <summary>Whether a part of a service's requests can be sent elsewhere.</summary>
    public bool Has(string service) => plan.Canaries.Any(c => c.Service == service);

    /// <summary>Writes the buckets of a request.</summary>
    public void WriteBuckets()
    {
        if (plan.Canaries.Count == 0)
        {
            return;
        }

        Block($"map {{http.request.uuid}} {Bucket}", () => text.Line("~^(..) \"${1}\""));
        if (plan.Canaries.Any(c => c.IsSticky))
        {
            Block($"map \"{{http.request.cookie.{CanaryFlags.Cookie}}} {{http.request.uuid}}\" {StickyBucket}", () => text
                .Line("\"~^([0-9a-f][0-9a-f]) \" \"${1}\"")
                .Line("\"~ ([0-9a-f][0-9a-f])[0-9a-f-]+$\" \"${1}\""));
        }

        foreach (var canary in plan.Canaries)
        {
            for (var number = 0; number < canary.Matches.Count; number++)
            {
                var (match, at) = (canary.Matches[number], number);
                Block($"map {{http.request.{(match.IsCookie ? "cookie" : "header")}.{match.Name}}} {MatchOf(canary, at)}", () =>
                {
                    text.Line(match.Value is { } value ? $"{value} {CanaryFlags.FileOf(at)}" : $"~. {CanaryFlags.FileOf(at)}");
                    text.Line("default none");
                });
            }
        }
    }

    /// <summary>Writes the matchers of a site.</summary>
    public void WriteMatchers(string service)
    {
        foreach (var canary in plan.Canaries.Where(c => c.Service == service))
        {
            string[] files = [canary.IsSticky ? StickyBucket : Bucket, .. canary.Matches.Select((_, n) => MatchOf(canary, n))];
            foreach (var slot in new[] { Slot.Green, Slot.Blue })
            {
                WriteFiles($"{MatcherOf(service, slot)} file", files.Select(f => $"{CanaryFlags.FolderOf(new SlotChoice(service, slot))}/{f}"));
            }

            if (canary.IsSticky)
            {
                Block($"@{service}:sticky", () =>
                {
                    WriteFiles("file", Folders(service));
                    text.Line($"not header_regexp Cookie (^|;\\s*){CanaryFlags.Cookie}=[0-9a-f][0-9a-f](;|$)");
                });
            }
        }
    }

    /// <summary>Writes, within the choice of a service, what makes a client come to the same slot again.</summary>
    public void WriteCookie(string service)
    {
        if (plan.Canaries.Any(c => c.Service == service && c.IsSticky))
        {
            text.Line($"header @{service}:sticky +Set-Cookie \"{CanaryFlags.Cookie}={StickyBucket}; {CanaryFlags.CookieAttributes}\"");
        }
    }

    /// <summary>Writes which slot of each service gets a share, into the variables of <see cref="StateOf"/>.</summary>
    public void WriteState()
    {
        foreach (var canary in plan.Canaries)
        {
            text.Line($"vars canary.{canary.Service} {SlotLines.NoShare}");
            foreach (var slot in new[] { Slot.Blue, Slot.Green })
            {
                var matcher = $"{canary.Service}:shared:{slot.Name()}";
                WriteFiles($"@{matcher} file", [$"{CanaryFlags.FolderOf(new SlotChoice(canary.Service, slot))}/"]);
                text.Line($"vars @{matcher} canary.{canary.Service} {slot.Name()}");
            }
        }
    }

    /// <summary>How the configuration names the slot of a service that gets a share.</summary>
    public static string StateOf(string service) => $"{{http.vars.canary.{service}}}";

    private static IEnumerable<string> Folders(string service) =>
        new[] { Slot.Blue, Slot.Green }.Select(s => $"{CanaryFlags.FolderOf(new SlotChoice(service, s))}/");

    private static string MatchOf(Canary canary, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{{slipway_canary_{number}_{canary.Service}}}");

    private void WriteFiles(string matcher, IEnumerable<string> files) =>
        Block(matcher, () => text.Line($"root {CanaryFlags.Directory}").Line($"try_files {string.Join(' ', files)}"));

    private void Block(string head, Action body) => text.Block($"{head} {{", body, "}");
}
