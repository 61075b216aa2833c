using System.Net;
using Slipway.Compose.Traefik;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Configuration.Rules;

/// <summary>The proxy can do with requests what slipway.yaml asks for, and there are requests.</summary>
internal sealed class RequestsCanBeHandled : IApplicationRule
{
    public IEnumerable<ConfigurationProblem> Check(Application application) =>
        application.Settings.Proxy is not { } proxy ? []
        : application.Settings.Services.Values.SelectMany(s => OfService(proxy, s, application.Settings.Watch)).Concat(OfClients(application, proxy));

    private static IEnumerable<ConfigurationProblem> OfService(ProxySettings proxy, ServiceSettings service, TimeSpan watch)
    {
        var has = service.Strategy.IsBehindProxy && service.AllPorts.Any(p => p.Protocol.HasRequests);
        if (!has && service.Requests.Places is { Count: > 0 } places)
        {
            var why = service.Strategy.IsBehindProxy
                ? "its connections are passed on as they are"
                : $"it is {service.Strategy.Name}, and no proxy is before it";
            yield return new ConfigurationProblem(
                places.Values.First(), $"\"{places.Keys.First()}\" is about requests, of which service \"{service.Name}\" has none: {why}");
        }

        if (!has)
        {
            yield break;
        }

        var backend = new Backend(service.Name, service.Port, IPAddress.Loopback, IPAddress.Loopback)
        {
            Protocol = service.Protocol,
            More = service.More,
            Handling = service.Requests.Handling.Over(proxy.Requests.Handling),
        };
        if (watch > TimeSpan.Zero && service.Requests.Places.TryGetValue("auth", out var auth) && proxy.Kind is not ILogsFailures { NamesSlotsOfUsers: true })
        {
            yield return new ConfigurationProblem(
                auth,
                $"{proxy.Kind.Name} logs who asked instead of the slot that failed, so that \"watch\" would see nothing of \"{service.Name}\"",
                "leave one of them out");
        }

        foreach (var problem in HandlingRules.Problems(backend, proxy.Kind))
        {
            var place = service.Requests.Places.GetValueOrDefault(problem.Key) ?? proxy.Requests.Places.GetValueOrDefault(problem.Key) ?? service.Place;
            yield return Told(place, problem.Message);
        }
    }

    private static IEnumerable<ConfigurationProblem> OfClients(Application application, ProxySettings proxy)
    {
        var front = proxy.Behind ?? application.BehindProxy.Select(s => s.Name).FirstOrDefault(s => TraefikLabels.Finds(application.Compose.Find(s)));
        if (front is not null && proxy.Clients.Trusted.Count > 0)
        {
            yield return new ConfigurationProblem(
                proxy.Clients.TrustedPlace,
                "\"trusted\" is for a proxy that users come to; behind a front of your own, what that says of the client is passed on as it is",
                "leave it out, and say in the front whom it trusts");
        }

        if (proxy.Clients.HearsProxyProtocol && WhyNotProxyProtocol(proxy, front) is { } reason)
        {
            yield return new ConfigurationProblem(proxy.Clients.ProxyProtocolPlace, $"\"proxy-protocol\" can't be: {reason}");
        }

        if (proxy.Kind.WhyNot(proxy.Clients.Extra) is { } wrong)
        {
            yield return Told(proxy.Place, $"{wrong.Line.Origin}: {wrong.Message}");
        }
    }

    private static string? WhyNotProxyProtocol(ProxySettings proxy, string? front) =>
        front is not null ? "users don't come to the proxy, but to a front of your own"
        : proxy.Kind is not IHearsProxyProtocol
            ? $"{proxy.Kind.Name} does not know it; {string.Join(" and ", ProxyKinds.All.Where(k => k is IHearsProxyProtocol).Select(k => k.Name))} do"
        : proxy.Clients.Trusted.Count == 0 ? "nobody is \"trusted\" to say by it who the client is"
        : proxy is { Added: true, Tls: null } ? "the proxy has a port for each service, by which containers come as well; name a service, or add tls"
        : null;

    // A line of the user's own has a place of its own.
    private static ConfigurationProblem Told(Place place, string message)
    {
        var parts = message.TrimEnd('.').Split(": ", 2);
        var numbers = parts[0].Split(':');
        return parts.Length == 2 && numbers.Length == 3 && int.TryParse(numbers[1], out var line) && int.TryParse(numbers[2], out var column)
            ? new ConfigurationProblem(new Place(numbers[0], line, column), parts[1])
            : new ConfigurationProblem(place, message.TrimEnd('.'));
    }
}
