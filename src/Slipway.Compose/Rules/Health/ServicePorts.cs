using Slipway.Compose.Projects;

namespace Slipway.Compose.Rules.Health;

/// <summary>The ports that a service's container listens on, as far as they are written somewhere.</summary>
internal static class ServicePorts
{
    /// <summary>Those that it surely listens on. What its image exposes is meant for the program that the image starts by itself.</summary>
    public static HashSet<int> Of(ProjectService service, ComposeLintContext context)
    {
        var ports = Written(service, context);
        if (service.Get("command") is null && service.Get("entrypoint") is null)
        {
            ports.UnionWith(context.ImageOf(service)?.ExposedPorts ?? []);
        }

        return ports;
    }

    /// <summary>Those that it may listen on, whatever it starts.</summary>
    public static HashSet<int> Possible(ProjectService service, ComposeLintContext context) =>
        [.. Written(service, context), .. context.ImageOf(service)?.ExposedPorts ?? []];

    private static HashSet<int> Written(ProjectService service, ComposeLintContext context)
    {
        var ports = new HashSet<int>();
        foreach (var port in PublishedPort.Of(service, context.Project.Variable))
        {
            if (port.Protocol == "tcp")
            {
                ports.UnionWith(port.Targets);
            }
        }

        foreach (var (_, _, text) in service.Items("expose"))
        {
            ports.UnionWith(PublishedPort.Range(text.Split('/')[0]));
        }

        if (KnownImage.Of(service.Text("image")) is { } known)
        {
            ports.Add(known.Port);
        }

        if (context.Around.HealthAddresses.TryGetValue(service.Name, out var given))
        {
            ports.Add(given.Port);
        }

        return ports;
    }
}
