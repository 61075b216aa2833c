using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Proxies;

/// <summary>The steps by which proxies' containers are created and started, with the certificates in them before their program looks for these.</summary>
internal static class ProxyStart
{
    /// <summary>Creates and starts what does not run.</summary>
    /// <param name="gateways">The proxies.</param>
    /// <param name="purpose">Why.</param>
    /// <param name="isUndo">Whether it is part of a way back, which goes on when a command fails.</param>
    public static IEnumerable<Step> Steps(PlanningContext context, IEnumerable<Gateway> gateways, string purpose, bool isUndo)
    {
        var all = gateways.ToList();
        foreach (var gateway in all.Where(g => g.Plan.Tls is { Certificates.Count: > 0 } || GuardedOf(g).Count > 0))
        {
            if (IsToBeBuilt(context, gateway))
            {
                yield return new CommandStep(context.Docker.Build(context.Compose, [gateway.Service])) { Purpose = purpose, ContinueOnError = isUndo };
            }

            yield return new CommandStep(context.Docker.Create(context.Compose, [gateway.Service], force: false))
            {
                Purpose = purpose,
                ContinueOnError = isUndo,
            };
            yield return new PutCertificatesStep(gateway.Container, NamesOf(gateway))
            {
                Guarded = GuardedOf(gateway),
                Purpose = NamesOf(gateway).Count > 0 ? "its certificates" : "who may ask",
            };
        }

        yield return new CommandStep(context.Docker.Up(context.Compose, all.Select(g => g.Service))) { Purpose = purpose, ContinueOnError = isUndo };
    }

    /// <summary>The hosts for which a proxy is given certificates; none without TLS, and none where it obtains them.</summary>
    public static IReadOnlyList<string> NamesOf(Gateway gateway) => [.. (gateway.Plan.Tls?.Certificates ?? []).SelectMany(c => c.Names).Distinct()];

    private static List<string> GuardedOf(Gateway gateway) =>
        [.. gateway.Plan.Backends.Where(b => b.Handling.Users.Count > 0).Select(b => b.Service)];

    private static bool IsToBeBuilt(PlanningContext context, Gateway gateway) =>
        context.Application.Settings.Proxy!.Image is null
        && context.Application.Compose.Find(gateway.Service)?.Build is not null
        && !context.Observation.Images.ContainsKey(context.Application.ImageOf(gateway.Service));
}
