using System.Collections.Immutable;
using System.Globalization;
using Slipway.Compose.Fronts.Reading;
using Slipway.Compose.Services;

namespace Slipway.Compose.Fronts;

/// <summary>Makes requests of the names that a front serves, as users make them.</summary>
internal static class FrontQuestions
{
    private const int Most = 10;

    /// <summary>The requests; none when no name is known, as its ports are asked without a name anyway.</summary>
    public static ImmutableArray<string> Of(ComposeService service, IReadOnlyList<FrontSite> sites)
    {
        var asked = new List<(int Port, string Address)>();
        foreach (var site in sites.Where(s => s.Host is not null))
        {
            asked.AddRange(Published(service, site.Port).Select(p => (site.Port, Address(site.Tls, site.Host!, p) + site.Path)));
        }

        if (asked.Count == 0)
        {
            return [];
        }

        // A port that serves no name that is known is asked as well.
        var others = service.Ports.Where(p => p.Protocol == "tcp").Select(p => p.Target).Distinct().Except(asked.Select(a => a.Port));
        foreach (var port in others.ToList())
        {
            var isTls = sites.Any(s => s.Port == port && s.Tls) || port is 443 or 8443;
            asked.AddRange(Published(service, port).Select(p => (port, Address(isTls, "127.0.0.1", p) + "/")));
        }

        return [.. asked.Select(a => a.Address).Distinct().Take(Most)];
    }

    private static IEnumerable<int> Published(ComposeService service, int target) => service.Ports
        .Where(p => p.Protocol == "tcp" && p.Target == target)
        .Select(p => int.TryParse(p.Published, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Where(n => n > 0);

    private static string Address(bool tls, string host, int port) => string.Create(
        CultureInfo.InvariantCulture, $"{(tls ? "https" : "http")}://{host}{(port == (tls ? 443 : 80) ? "" : $":{port}")}");
}
