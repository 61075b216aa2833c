using System.Globalization;

namespace Slipway.Deployment.Configuration.Rules;

/// <summary>The port of a service is one that the compose file knows of, if it names any.</summary>
internal sealed class PortsAreServed : IApplicationRule
{
    public IEnumerable<ConfigurationProblem> Check(Application application)
    {
        foreach (var (settings, port) in application.Settings.Services.Values.SelectMany(s => s.AllPorts.Select(p => (s, p.Number))))
        {
            if (application.Compose.Find(settings.Name) is not { } service)
            {
                continue;
            }

            var known = service.Ports.Select(p => p.Target).Concat(service.Expose.Select(Parse)).Where(p => p > 0).Distinct().ToList();
            if (known.Count > 0 && !known.Contains(port))
            {
                yield return new ConfigurationProblem(
                    port == settings.Port ? settings.PortPlace : settings.MorePlaces[port],
                    $"service \"{settings.Name}\" has port {port} here, but the compose file says {string.Join(", ", known)}",
                    "name the port inside the container, not the one of the host");
            }
        }
    }

    private static int Parse(string exposed) =>
        int.TryParse(exposed.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0;
}
