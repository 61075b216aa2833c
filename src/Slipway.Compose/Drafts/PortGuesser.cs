using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Compose.Fronts;
using Slipway.Compose.Services;

namespace Slipway.Compose.Drafts;

/// <summary>
/// Looks for the port that a service serves HTTP on: in the front's configuration, in its own definition, in what others say of it, in its image.
/// </summary>
internal sealed partial class PortGuesser(ComposeModel model, ApplicationFacts facts, Front? front)
{
    /// <summary>Why it is this port: its health check asks there.</summary>
    public const string FromHealthCheck = "what its health check asks for";

    private static readonly string[] PortVariables =
        ["PORT", "HTTP_PORT", "SERVER_PORT", "APP_PORT", "LISTEN_PORT", "FLASK_SERVER_PORT", "ASPNETCORE_HTTP_PORTS"];

    /// <summary>The published TCP ports, debuggers left out.</summary>
    public static IReadOnlyList<int> Published(ComposeService service) =>
        [.. service.Ports.Where(p => p.Protocol == "tcp" && !IsDebugger(p.Target)).Select(p => p.Target).Distinct()];

    /// <summary>The port, or null when none is known that may serve HTTP.</summary>
    public PortGuess? Of(ComposeService service)
    {
        if (front?.NotHttp.ContainsKey(service.Name) == true)
        {
            return null;
        }

        var (published, exposed) = (Published(service), Exposed(service));
        var known = published.Concat(exposed).ToHashSet();
        if (known.Count > 0 && front?.PortOf(service.Name) is { } told)
        {
            known.Add(told);
        }

        return Candidates(service, published, exposed).FirstOrDefault(g => MayBeHttp(g.Port) && (known.Count == 0 || known.Contains(g.Port)));
    }

    /// <summary>The path that its health check asks for, or null for the root.</summary>
    public string? Health(ComposeService service) => OwnUrl(service) is { Success: true } url && url.Groups["path"].Value is { Length: > 1 } path ? path : null;

    private IEnumerable<PortGuess> Candidates(ComposeService service, IReadOnlyList<int> published, IReadOnlyList<int> exposed)
    {
        if (front?.PortOf(service.Name) is { } target)
        {
            yield return new(target, $"is where {front.Service.Name} sends its requests");
        }

        if (OwnUrl(service) is { } url && Number(url.Groups["port"].Value) is > 0 and var checkedPort)
        {
            yield return new(checkedPort, FromHealthCheck);
        }

        foreach (var port in published)
        {
            yield return new(port, "is published");
        }

        foreach (var port in exposed)
        {
            yield return new(port, "is exposed");
        }

        foreach (var variable in PortVariables)
        {
            if (service.Environment.TryGet(variable, out var value) && Number(value) is > 0 and var own)
            {
                yield return new(own, $"is {variable} in its environment");
            }
        }

        foreach (var (other, variable, port) in Mentions(service.Name))
        {
            yield return new(port, $"is in {variable} of {other}");
        }

        // What the image exposes is what its own command listens on.
        foreach (var port in service.Command is null ? facts.Images?.Find(service.Name, service.Image)?.ExposedPorts ?? [] : [])
        {
            yield return new(port, "is exposed by the image");
        }
    }

    /// <summary>Where other services are told to find it. Only the port is taken from there: the rest may be secret.</summary>
    private IEnumerable<(string Service, string Variable, int Port)> Mentions(string name)
    {
        var address = new Regex(
            $"(?<![A-Za-z0-9_.-]){Regex.Escape(name)}:(?<port>[0-9]{{2,5}})(?![0-9])", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return
            from other in model.Services
            where other.Name != name
            from variable in other.Environment.Names
            let value = other.Environment.TryGet(variable, out var text) ? text : ""
            let match = address.Match(value)
            where match.Success && (!value.Contains("://", StringComparison.Ordinal) || value.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            select (other.Name, variable, Number(match.Groups["port"].Value));
    }

    private static List<int> Exposed(ComposeService service) =>
        [.. service.Expose.Where(p => !p.EndsWith("/udp", StringComparison.Ordinal)).Select(p => Number(p.Split('/')[0])).Where(p => p > 0)];

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 65535 ? number : 0;

    /// <summary>Whether debuggers usually listen there.</summary>
    public static bool IsDebugger(int port) => port is 5005 or 5678 or 9229 or 9230;

    /// <summary>Ports that are known for something else than HTTP: mail, names, games, remote shells, debuggers, databases, queues, TLS.</summary>
    private static bool MayBeHttp(int port) => !IsDebugger(port)
        && port is not (20 or 21 or 22 or 25 or 53 or 67 or 110 or 143 or 389 or 443 or 465 or 587 or 636 or 853 or 993 or 1433 or 1521 or 1883 or 2181
            or 3306 or 3389 or 4222 or 5432 or 5671 or 5672 or 5900 or 6379 or 8443 or 8883 or 9042 or 9092 or 9443 or 11211 or 25565 or 27017);

    private Match? OwnUrl(ComposeService service)
    {
        var command = service.HealthCheck is { } check ? (check.Disabled ? "" : string.Join(' ', check.Test)) : facts.ImageHealthCheck(service.Name) ?? "";
        return OwnUrlPattern().Match(command) is { Success: true } url ? url : null;
    }

    [GeneratedRegex(@"(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(?<port>[0-9]+))?(?<path>/[A-Za-z0-9_./-]*)?", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnUrlPattern();
}
