using System.Globalization;
using Slipway.Compose.Services;
using Slipway.Deployment.Planning;

namespace Slipway.Deployment.Fronts;

/// <summary>Finds the requests that tell whether users are answered: those of slipway.yaml, else / on each port that leads to the application. Pure.</summary>
internal static class FrontRequests
{
    private const string AnyAddress = "127.0.0.1";

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
            .SelectMany(s => s.Ports.Where(p => p.Protocol == "tcp" && (s.Name == proxy.Behind || s.Name == proxy.Service || PortOf(context, s) == p.Target)))
            .Select(p => (Number: int.TryParse(p.Published, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0, p.HostIp))
            .Where(p => p.Number > 0)
            .Distinct()
            .ToList();
        return proxy.Ask.Count > 0
            ? [.. proxy.Ask.Select(u => new FrontRequest(AddressOf(ports, u.Port), u.Port, u.Scheme == Uri.UriSchemeHttps, u.Host, u.PathAndQuery))]
            : [.. ports.Select(p => new FrontRequest(AddressOf(ports, p.Number), p.Number, null, "localhost", "/"))];
    }

    private static int PortOf(PlanningContext context, ComposeService service) =>
        context.Application.Settings.Services.GetValueOrDefault(service.Name)?.Port ?? 0;

    private static string AddressOf(IEnumerable<(int Number, string? HostIp)> ports, int port) =>
        ports.FirstOrDefault(p => p.Number == port).HostIp is { Length: > 0 } ip and not ("0.0.0.0" or "::") ? ip : AnyAddress;
}
