using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Compose.Fronts;
using Slipway.Compose.Services;
using Slipway.Compose.Traefik;

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

    private readonly OtherProtocols _protocols = new(model);

    /// <summary>The published TCP ports, debuggers left out.</summary>
    public static IReadOnlyList<int> Published(ComposeService service) =>
        [.. service.Ports.Where(p => p.Protocol == "tcp" && !IsDebugger(p.Target)).Select(p => p.Target).Distinct()];

    /// <summary>The port, or null when none is known that may serve HTTP.</summary>
    public PortGuess? Of(ComposeService service) => All(service).FirstOrDefault(p => p.Against is null).Guess;

    /// <summary>All ports that are known of a service, the likeliest first, each with why it is not the one that serves HTTP.</summary>
    public IEnumerable<(PortGuess Guess, string? Against)> All(ComposeService service)
    {
        var never = front?.NotHttp.ContainsKey(service.Name) == true ? $"{front.Service.Name} speaks another protocol to it"
            : Check(service)?.IsHttp == false ? "its health check speaks another protocol"
            : OtherProtocols.SaysGrpc(model, service) ? "it seems to speak gRPC"
            : OtherProtocols.SaysFastCgi(facts, service) ? "it speaks FastCGI or uWSGI's own protocol"
            : null;
        var (published, exposed) = (Published(service), Exposed(service));
        var known = published.Concat(exposed).ToHashSet();
        if (known.Count > 0 && front?.PortOf(service.Name) is { } told)
        {
            known.Add(told);
        }

        if (known.Count > 0 && TraefikLabels.Port(service) is { } labelled)
        {
            known.Add(labelled);
        }

        // Whatever a port is known for: a health check that asks it by HTTP knows better.
        var asked = Check(service) is { Path: not null } check ? check.Port : null;
        return Candidates(service, published, exposed).Select(guess => (guess, never
            ?? (!MayBeHttp(guess.Port) && guess.Port != asked ? "it is known for another protocol"
                : _protocols.IsOther(service, guess.Port) ? "others are told to speak another protocol to it"
                : known.Count > 0 && !known.Contains(guess.Port) ? "it is neither published nor exposed"
                : null)));
    }

    private IEnumerable<PortGuess> Candidates(ComposeService service, IReadOnlyList<int> published, IReadOnlyList<int> exposed)
    {
        if (front?.PortOf(service.Name) is { } target)
        {
            yield return new(target, $"is where {front.Service.Name} sends its requests");
        }

        if (TraefikLabels.Finds(service) && TraefikLabels.Port(service) is { } labelled)
        {
            yield return new(labelled, "is in its labels for Traefik");
        }

        if (Check(service) is { IsHttp: true, Port: { } checkedPort })
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

    private static bool MayBeHttp(int port) => !IsDebugger(port) && !OtherProtocols.Has(port);

    /// <summary>What its health check asks, that of its image included; null without one that is known.</summary>
    public OwnCheck? Check(ComposeService service) => Words(service) is not { } words ? null
        : CheckReader.Read([.. words.Select(w => Asking(service, w))]) is { Path: { } path } check && MayBeSecret(service, path) ? check with { Path = null }
        : CheckReader.Read([.. words.Select(w => Asking(service, w))]);

    // What is written into slipway.yaml is kept with the sources.
    private static bool MayBeSecret(ComposeService service, string path) => SecretName().IsMatch(path) || service.Environment.Names
        .Where(n => SecretName().IsMatch(n + "="))
        .Any(n => service.Environment.TryGet(n, out var value) && value.Length > 3 && path.Contains(value, StringComparison.Ordinal));

    [GeneratedRegex("(?:key|token|secret|passw|pwd|auth|sig|credential)[A-Za-z0-9_-]*=", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    /// <summary>The name of its own that its health check asks for, where it would find itself by localhost; null when it doesn't.</summary>
    public string? AsksItsName(ComposeService service) => Words(service)?.SelectMany(w => Named(service).Matches(w)).FirstOrDefault()?.Value;

    private IReadOnlyList<string>? Words(ComposeService service) => service.HealthCheck is { Disabled: true } ? null
        : service.HealthCheck is { Test: { IsEmpty: false } test } ? test
        : facts.ImageHealthCheck(service.Name) is { } written ? ImageCheck.Words(written)
        : null;

    private static string Asking(ComposeService service, string word) => Named(service).Replace(word, "localhost");

    private static Regex Named(ComposeService service)
    {
        var names = string.Join(
            '|', ((string?[])[service.Name, service.ContainerName, service.Hostname]).OfType<string>().Distinct().Select(Regex.Escape));
        return new Regex(
            $@"(?<=://|\s)(?:{names})(?=:[0-9]|/)|(?<=://)(?:{names})(?=[\s'""]|$)|^(?:{names})(?=:[0-9])",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1));
    }
}
