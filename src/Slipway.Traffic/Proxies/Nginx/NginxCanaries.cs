using System.Globalization;
using Slipway.Traffic.Canaries;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>
/// Writes what sends a part of the requests to the slot that does not serve: a bucket by chance for each request, by a cookie for each
/// client, and whether its file exists.
/// </summary>
internal sealed class NginxCanaries(ProxyPlan plan, IReadOnlyDictionary<string, string> variables, ConfigurationText text)
{
    private const string Bucket = "$canary_bucket";
    private const string StickyBucket = "$canary_sticky";
    private const string NewCookie = "$canary_cookie";
    private const string Says = "$canary_says";
    private const string CookieHeader = $"add_header Set-Cookie {Says} always;";

    /// <summary>Writes the variables of all servers.</summary>
    public void WriteVariables()
    {
        if (plan.Canaries.Count == 0)
        {
            return;
        }

        text.Line()
            .Line("# Which part of the requests one belongs to, by chance or by what it had before.")
            .Line($"map $request_id {Bucket} {{ ~^(?<canary_random>..) $canary_random; }}");
        if (plan.Canaries.Any(c => c.IsSticky))
        {
            text.Line($"map \"$cookie_{CanaryFlags.Cookie} $request_id\" {StickyBucket} {{ " +
                    "\"~^(?<canary_kept>[0-9a-f][0-9a-f]) \" $canary_kept; \"~ (?<canary_first>[0-9a-f][0-9a-f])[0-9a-f]+$\" $canary_first; }")
                .Line($"map $cookie_{CanaryFlags.Cookie} {NewCookie} {{ ~^[0-9a-f][0-9a-f]$ \"\"; " +
                    $"default \"{CanaryFlags.Cookie}={StickyBucket}; {CanaryFlags.CookieAttributes}\"; }}");
        }

        foreach (var canary in plan.Canaries)
        {
            for (var number = 0; number < canary.Matches.Count; number++)
            {
                text.Line(Map(canary.Matches[number], MatchOf(canary, number), CanaryFlags.FileOf(number)));
            }
        }
    }

    /// <summary>Writes the choice of one server between the slots, after the one between what serves.</summary>
    public void WriteChoice(string service)
    {
        if (plan.Canaries.FirstOrDefault(c => c.Service == service) is not { } canary)
        {
            return;
        }

        foreach (var slot in new[] { Slot.Green, Slot.Blue })
        {
            var folder = FolderOf(service, slot);
            string[] files = [canary.IsSticky ? StickyBucket : Bucket, .. canary.Matches.Select((_, n) => MatchOf(canary, n))];
            foreach (var file in files)
            {
                text.Line($"if (-f {folder}/{file}) {{ set {variables[service]} {slot.Name()}; }}");
            }
        }
    }

    /// <summary>Writes what makes the clients of one server come to the same slot again.</summary>
    public void WriteCookie(IEnumerable<string> services)
    {
        var sticky = Sticky(services);
        if (sticky.Count == 0)
        {
            return;
        }

        text.Line($"set {Says} \"\";");
        foreach (var folder in sticky.SelectMany(s => new[] { FolderOf(s, Slot.Blue), FolderOf(s, Slot.Green) }))
        {
            text.Line($"if (-d {folder}) {{ set {Says} {NewCookie}; }}");
        }

        text.Line(CookieHeader);
    }

    /// <summary>The directive about headers of answers that is written with them.</summary>
    public IEnumerable<string> AnswerHeaders(IEnumerable<string> services) => Sticky(services).Count > 0 ? [CookieHeader] : [];

    /// <summary>Writes which slots get a share, into the variables of <see cref="StateOf"/>.</summary>
    public void WriteState()
    {
        foreach (var canary in plan.Canaries)
        {
            text.Line($"set {StateOf(canary.Service)} {SlotLines.NoShare};");
            foreach (var slot in new[] { Slot.Blue, Slot.Green })
            {
                text.Line($"if (-d {FolderOf(canary.Service, slot)}) {{ set {StateOf(canary.Service)} {slot.Name()}; }}");
            }
        }
    }

    /// <summary>The variable that holds which slot of a service gets a share.</summary>
    public string StateOf(string service) => $"$shared{variables[service].TrimStart('$')}";

    private List<string> Sticky(IEnumerable<string> services) => [.. services.Where(s => plan.Canaries.Any(c => c.Service == s && c.IsSticky))];

    private string MatchOf(Canary canary, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"$canary_{number}_{variables[canary.Service].TrimStart('$')}");

    private static string FolderOf(string service, Slot slot) => $"{CanaryFlags.Directory}/{CanaryFlags.FolderOf(new SlotChoice(service, slot))}";

    private static string Map(CanaryMatch match, string variable, string file)
    {
        var source = match.IsCookie ? $"$cookie_{match.Name}" : $"$http_{match.Name.ToLowerInvariant().Replace('-', '_')}";
        return match.Value is { } value
            ? $"map {source} {variable} {{ \"{value}\" {file}; default none; }}"
            : $"map {source} {variable} {{ \"\" none; default {file}; }}";
    }
}
