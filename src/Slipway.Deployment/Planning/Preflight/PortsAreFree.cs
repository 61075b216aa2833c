using System.Globalization;

namespace Slipway.Deployment.Planning.Preflight;

/// <summary>No other container or program holds a port that is about to be published.</summary>
internal sealed class PortsAreFree : IPreflightRule
{
    public IEnumerable<Refusal> Check(PlanningContext context)
    {
        IEnumerable<string> withProxy = context.Environment.Raised.Any()
            ? [context.Application.Settings.Proxy!.Service, .. context.Services.Select(s => s.Name)]
            : [];
        if (context.Environment.Raised.Any(g => g.Gateway.Number == 1))
        {
            foreach (var refusal in OwnOfProxy(context))
            {
                yield return refusal;
            }
        }

        foreach (var service in context.Environment.Start.Concat(withProxy).Select(context.Application.Compose.Find).OfType<Compose.Services.ComposeService>())
        {
            foreach (var port in service.Ports)
            {
                if (int.TryParse(port.Published, NumberStyles.None, CultureInfo.InvariantCulture, out var published)
                    && context.Observation.ForeignPorts.TryGetValue(published, out var holder))
                {
                    yield return new Refusal(
                        $"port {published}, which {service.Name} publishes, is in use by {holder}",
                        $"stop that, or publish another port (services.{service.Name}.ports in the compose file)");
                }
            }
        }
    }

    private static IEnumerable<Refusal> OwnOfProxy(PlanningContext context) =>
        from port in context.Application.Settings.Proxy!.Ports
        let published = int.Parse(port.Published!, CultureInfo.InvariantCulture)
        where context.Observation.ForeignPorts.ContainsKey(published)
        select new Refusal(
            $"port {published}, which the proxy publishes, is in use by {context.Observation.ForeignPorts[published]}",
            "stop that, or publish another port (proxy.ports in slipway.yaml)");
}
