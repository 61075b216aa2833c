using System.Globalization;
using Slipway.Compose.Services;
using Slipway.Traffic.Proxies.Tls;
using YamlDotNet.RepresentationModel;

namespace Slipway.Deployment.Configuration.Tls;

/// <summary>Reads what slipway.yaml says of the proxy's TLS and of the ports that it publishes.</summary>
/// <param name="file">The file as the user named it.</param>
/// <param name="problems">Receives the mistakes.</param>
internal sealed class TlsReader(string file, List<ConfigurationProblem> problems)
{
    private static readonly string[] OfObtained = ["hosts", "email", "authority", "authority-root"];
    private static readonly string[] Known = ["certificates", Automatic, .. OfObtained, "listen", "redirect", "hsts", "webroot"];

    private const string Automatic = "auto";

    /// <summary>Reads <c>tls</c>.</summary>
    public TlsSettings Read(YamlNode node)
    {
        if (node is YamlScalarNode { Value: Automatic })
        {
            var place = new Place(file, (int)node.Start.Line, (int)node.Start.Column);
            return new TlsSettings { Automatic = new AutomaticTls([], place), Place = place, ListenPlace = place, WebrootPlace = place };
        }

        var map = new YamlMap(file, "tls", node, problems, Known);
        var automatic = map.Flag(Automatic, false) ? Obtained(map) : null;
        if (node is YamlMappingNode && map.Keys.ContainsKey("certificates") == automatic is not null)
        {
            problems.Add(new ConfigurationProblem(
                map.Place, "tls has either \"certificates\" or \"auto\"", "certificates: [{certificate: FILE, key: FILE}], or auto: true with hosts: [NAME]"));
        }

        if (automatic is null && OfObtained.FirstOrDefault(map.Keys.ContainsKey) is { } idle)
        {
            problems.Add(new ConfigurationProblem(map.Keys[idle], $"\"{idle}\" in tls is about certificates that are obtained", "auto: true"));
        }

        var settings = new TlsSettings
        {
            Certificates = map.Node("certificates") is { } certificates ? Certificates(certificates) : [],
            Automatic = automatic,
            Listen = map.Number("listen", 443, 1, 65535),
            Redirect = map.Flag("redirect", true),
            Hsts = map.Duration("hsts", TimeSpan.Zero),
            Webroot = map.Text("webroot"),
            Place = map.Place,
            ListenPlace = map.Keys.GetValueOrDefault("listen", map.Place),
            WebrootPlace = map.Keys.GetValueOrDefault("webroot", map.Place),
        };
        if (settings.Webroot is { } webroot && (!webroot.StartsWith('/') || !webroot.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '.' or '-')))
        {
            problems.Add(new ConfigurationProblem(
                settings.WebrootPlace, $"\"webroot\" in tls must be the absolute path of a folder in the proxy's container, not \"{webroot}\""));
        }

        return settings;
    }

    /// <summary>Reads <c>ports</c>: what the proxy publishes beyond what it takes over from services.</summary>
    public IReadOnlyList<ServicePort> Ports(YamlMap map, int listen, TlsSettings? tls)
    {
        var targets = tls is null ? [listen] : new[] { listen, tls.Listen };
        if (!map.Keys.TryGetValue("ports", out var place))
        {
            return tls is null ? [] : [new ServicePort(listen, "80", "tcp", null), new ServicePort(tls.Listen, "443", "tcp", null)];
        }

        var ports = new List<ServicePort>();
        foreach (var text in map.List("ports").Select(Interpolation.Expand))
        {
            var at = text.LastIndexOf(':');
            var (host, target) = at < 0 ? (string.Empty, string.Empty) : (text[..at], text[(at + 1)..]);
            var last = host.LastIndexOf(':');
            var (address, published) = last < 0 ? (null, host) : (host[..last].Trim('[', ']'), host[(last + 1)..]);
            if (IsPort(published, out _) && IsPort(target, out var inside) && targets.Contains(inside)
                && (address is null || System.Net.IPAddress.TryParse(address, out _)))
            {
                ports.Add(new ServicePort(inside, published, "tcp", address));
            }
            else
            {
                problems.Add(new ConfigurationProblem(
                    place, $"\"{text}\" is no port that the proxy can publish", $"write 8080:{targets[^1]} or 127.0.0.1:8080:{targets[^1]}; "
                        + $"the proxy listens on {string.Join(" and ", targets)}"));
            }
        }

        return ports;
    }

    private static bool IsPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65535;

    private AutomaticTls Obtained(YamlMap map)
    {
        var (hosts, email, authority) = (map.List("hosts"), map.Text("email"), map.Text("authority"));
        foreach (var host in hosts.Where(h => !TlsCertificate.IsName(h) || h.StartsWith('*')))
        {
            problems.Add(new ConfigurationProblem(
                map.Keys["hosts"], $"no certificate can be obtained for \"{host}\"", "write names such as shop.example.org, without stars"));
        }

        if (email is not null && !TlsAutomatic.IsEmail(email))
        {
            problems.Add(new ConfigurationProblem(map.Keys["email"], $"\"{email}\" is no address that an authority could write to"));
        }

        var uri = default(Uri);
        if (authority is not null && (!Uri.TryCreate(authority, UriKind.Absolute, out uri) || uri.Scheme != Uri.UriSchemeHttps))
        {
            problems.Add(new ConfigurationProblem(
                map.Keys["authority"], $"\"{authority}\" is not the address of an authority's directory", "write it like https://acme.example.org/directory"));
        }

        return new AutomaticTls(hosts, map.Keys.GetValueOrDefault("hosts", map.Place))
        {
            Email = email,
            Authority = uri,
            AuthorityRoot = map.Text("authority-root"),
            RootPlace = map.Keys.GetValueOrDefault("authority-root", map.Place),
        };
    }

    private List<CertificateSettings> Certificates(YamlNode node)
    {
        var nodes = node is YamlSequenceNode list ? list.Children : [node];
        if (nodes.Count == 0)
        {
            problems.Add(new ConfigurationProblem(
                new Place(file, (int)node.Start.Line, (int)node.Start.Column),
                "\"certificates\" in tls is empty",
                "certificates: [{certificate: FILE, key: FILE}]"));
        }

        return [.. nodes.Select(Certificate).OfType<CertificateSettings>()];
    }

    private CertificateSettings? Certificate(YamlNode node)
    {
        var map = new YamlMap(file, "certificate", node, problems, "certificate", "key", "certbot");
        var (certificate, key, certbot) = (Source(map, "certificate"), Source(map, "key"), map.Text("certbot"));
        if (node is YamlMappingNode && (certificate is null) == (certbot is null))
        {
            problems.Add(new ConfigurationProblem(
                map.Place, "a certificate has either \"certificate\" and \"key\" or \"certbot\"", "{certificate: FILE, key: FILE} or {certbot: FOLDER}"));
        }

        return certificate is not null ? new CertificateSettings(certificate, key ?? certificate)
            : certbot is null ? null
            : new CertificateSettings(
                new CertificateSource($"{certbot.TrimEnd('/')}/fullchain.pem", false, map.Keys["certbot"]),
                new CertificateSource($"{certbot.TrimEnd('/')}/privkey.pem", false, map.Keys["certbot"]));
    }

    private static CertificateSource? Source(YamlMap map, string key) => map.Text(key) is not { } text ? null
        : text.StartsWith(CertificateSource.SecretPrefix, StringComparison.Ordinal)
            ? new CertificateSource(text[CertificateSource.SecretPrefix.Length..], true, map.Keys[key])
            : new CertificateSource(text, false, map.Keys[key]);
}
