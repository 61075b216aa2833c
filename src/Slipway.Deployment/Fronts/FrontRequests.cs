using System.Globalization;
using Slipway.Compose.Services;
using Slipway.Deployment.Planning;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Fronts;

/// <summary>Finds the requests that tell whether users are answered: those of slipway.yaml, else / on each port that leads to the application. Pure.</summary>
internal static class FrontRequests
{
    private const string AnyAddress = "127.0.0.1";
    private const string AnyHost = "localhost";

    /// <summary>The requests; none when nothing changes between users and slots.</summary>
    public static IReadOnlyList<FrontRequest> Of(PlanningContext context)
    {
        if (context.Application.Settings.Proxy is not { } proxy || (proxy.Behind is null && !context.Environment.Raised.Any() && !context.Request.IsRelease))
        {
            return [];
        }

        var changed = context.Request.IsRelease ? context.Layout.Gateways : context.Environment.Raised.Select(g => g.Gateway);
        IEnumerable<string> doors = proxy.Behind is { } front
            ? [front]
            : [proxy.Service, .. changed.SelectMany(g => g.Answers)];
        var ports = doors.Select(context.Application.Compose.Find).OfType<ComposeService>()
            .SelectMany(s => s.Ports.Where(p => p.Protocol == "tcp" && (s.Name == proxy.Behind || s.Name == proxy.Service || IsAsked(context, s, p.Target))))
            .Select(p => (Number: int.TryParse(p.Published, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0, p.HostIp))
            .Where(p => p.Number > 0)
            .Distinct()
            .ToList();
        var requests = proxy.Ask.Count > 0
            ? proxy.Ask.Select(u => new FrontRequest(AddressOf(ports, u.Port), u.Port, u.Scheme == Uri.UriSchemeHttps, u.Host, u.PathAndQuery))
            : ports.SelectMany(p => Pages(context).Select(q => new FrontRequest(AddressOf(ports, p.Number), p.Number, null, q.Host, q.Path)));
        var asksWho = context.Application.BehindProxy.Any(s => s.Requests.Users is not null);
        return [.. requests.Select(r => r with { MayBeAskedWho = asksWho })];
    }

    // One of each service that the proxy tells by its host.
    private static IEnumerable<(string Host, string Path)> Pages(PlanningContext context)
    {
        var services = context.Application.Settings.Proxy is { Added: false } ? context.Application.BehindProxy.ToList() : [];
        IEnumerable<(string Host, string Path)> named = services.Where(s => s.Hosts.Count > 0)
            .Select(s => (HostPattern.Example(s.Hosts[0]), s.Routes.Count > 0 ? s.Routes[0] : "/"));
        return services.Count == 0 || services.Exists(s => s.Hosts.Count == 0) ? named.Prepend((AnyHost, "/")) : named;
    }

    private static bool IsAsked(PlanningContext context, ComposeService service, int port) =>
        context.Application.Settings.Services.GetValueOrDefault(service.Name)?.AllPorts.Contains(new SlotPort(port, SlotProtocol.Http)) == true;

    private static string AddressOf(IEnumerable<(int Number, string? HostIp)> ports, int port) =>
        ports.FirstOrDefault(p => p.Number == port).HostIp is { Length: > 0 } ip and not ("0.0.0.0" or "::") ? ip : AnyAddress;
}
