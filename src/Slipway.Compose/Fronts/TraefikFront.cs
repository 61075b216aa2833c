using System.Collections.Immutable;
using Slipway.Compose.Fronts.Reading;
using Slipway.Compose.Services;
using Slipway.Compose.Traefik;

namespace Slipway.Compose.Fronts;

/// <summary>Traefik as the front: it publishes ports, and finds the services behind it by their labels.</summary>
internal static class TraefikFront
{
    /// <summary>The front, or null when no service of the application is that.</summary>
    public static Front? Find(ComposeModel model)
    {
        var found = model.Services.Where(s => TraefikLabels.Finds(s) && !TraefikProgram.Is(s) && s.Profiles.Length == 0).ToList();
        var traefik = model.Services.FirstOrDefault(
            s => TraefikProgram.Is(s) && s.Profiles.Length == 0 && s.NetworkMode is null && s.Ports.Any(p => p.Protocol == "tcp"));
        if (traefik is null || found.Count == 0 || FrontKinds.Of(traefik.Image) is not { } kind)
        {
            return null;
        }

        var points = TraefikProgram.EntryPoints(traefik);
        var sites = found
            .SelectMany(s => TraefikLabels.Routers(s))
            .SelectMany(r => TraefikRule.Requests(r.Rule).SelectMany(q => Ports(traefik, points, r).Select(p => new FrontSite(p, r.Tls, q.Host, q.Path))))
            .ToList();
        var targets = found.Select(s => (s.Name, Port: TraefikLabels.Port(s))).ToList();
        return new Front(traefik, kind, traefik.Ports.First(p => p.Protocol == "tcp").Target)
        {
            More = ["finds services by their labels, which Slipway's gateway has in place of the slots"],
            IsWhole = targets.TrueForAll(t => t.Port is not null),
            Targets = [.. targets.Where(t => t.Port is not null).Select(t => new FrontTarget(t.Name, t.Port!.Value))],
            Ask = FrontQuestions.Of(traefik, sites),
        };
    }

    // A router without entry points is on all of them, with TLS or without as it says itself.
    private static IEnumerable<int> Ports(ComposeService traefik, IReadOnlyDictionary<string, int> points, TraefikRouter router)
    {
        var named = router.EntryPoints.Select(e => points.GetValueOrDefault(e)).Where(p => p > 0).ToImmutableArray();
        return named.Length > 0 ? named
            : traefik.Ports.Where(p => p.Protocol == "tcp").Select(p => p.Target).Where(p => router.Tls ? p is 443 or 8443 : p is 80 or 8000);
    }
}
