using System.Globalization;
using Slipway.Compose.Projects;
using Slipway.Findings;

namespace Slipway.Compose.Rules.Consistency;

/// <summary>A port that is published or proxied, and none that the image listens on.</summary>
internal sealed class PortsDisagree() : ComposeRule(new(
    "SLC201",
    Severity.Warning,
    "Let EXPOSE, ports, the health address and the proxy's target name the same port",
    "A request to a port on which nothing listens is refused, and nothing says so before the first one.",
    "only its author knows on which port the program listens"))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            if (context.ImageOf(service) is not { ExposedPorts.Length: > 0 } image)
            {
                continue;
            }

            var exposed = string.Join(", ", image.ExposedPorts.Order());
            foreach (var port in PublishedPort.Of(service, context.Project.Variable))
            {
                if (port is { Target: { } target, Protocol: "tcp" } && !image.ExposedPorts.Contains(target))
                {
                    yield return At(
                        port.Holder.Document, port.Item.Source,
                        string.Create(CultureInfo.InvariantCulture, $"it leads to port {target}, but the image exposes {exposed}"));
                }
            }

            if (context.Around.HealthAddresses.TryGetValue(service.Name, out var address) && !image.ExposedPorts.Contains(address.Port))
            {
                yield return At(
                    service.Definition,
                    string.Create(CultureInfo.InvariantCulture, $"slipway.yaml sends requests to port {address.Port}, but the image exposes {exposed}"));
            }
        }
    }
}
