using System.Net;
using Slipway.Testing.Certificates;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Proxies.Tls;
using Slipway.Traffic.Requests;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.Proxies;

/// <summary>Plans of one to three services.</summary>
internal static class Plans
{
    private static readonly Backend Bot = Service("bot", 8080, 10);
    private static readonly Backend Api = Service("api.v2", 5000, 20);
    private static readonly Backend Admin = Service("api-v2", 5000, 30);

    public static ProxyPlan One { get; } = new("hello-bot", [Bot], [Listener.To(80, "bot")]);

    public static ProxyPlan TwoWithPaths { get; } = new("shop", [Bot, Api],
        [new Listener(80, [new Route("/", "bot"), new Route("/api", "api.v2"), new Route("/api/assets/", "bot")]), Listener.To(8080, "bot")]);

    public static ProxyPlan ThreeWithHosts { get; } = new("shop", [Bot, Api, Admin],
        [
            new Listener(80, [new Route("/", "bot"), new Route("/", "api-v2", "admin.example.org"), new Route("/api", "api.v2"),
                new Route("/api", "api.v2", "*.example.org"), new Route("/", "bot", "*.eu.example.org")]),
            new Listener(5000, [new Route("/", "api.v2", "api.v2"), new Route("/", "api-v2", "API-v2")]),
        ])
    {
        LogEveryRequest = true,
        IdleTimeout = TimeSpan.FromMinutes(2),
        ConnectTimeout = TimeSpan.FromSeconds(2),
        Fingerprint = "4f7c2a91",
    };

    /// <summary>It has a port that would otherwise be a preview's.</summary>
    public static ProxyPlan BehindFront { get; } = new("hello-bot", [Bot], [Listener.To(80, "bot"), Listener.To(9181, "bot")]) { IsBehindFront = true };

    /// <summary>It sends clients to TLS, except those that know services by their names.</summary>
    public static ProxyPlan Tls { get; } = ThreeWithHosts with
    {
        Tls = new ProxyTls(443, 80, [Certificate("1a2b", "shop.example.org", "*.shop.example.org"), Certificate("3c4d", "admin.example.org", "other.example.org")])
        {
            RedirectTo = 443,
            PlainHosts = ["bot"],
            Hsts = TimeSpan.FromDays(365),
        },
        Listeners = [ThreeWithHosts.Listeners[0] with { Routes = [.. ThreeWithHosts.Listeners[0].Routes, new Route("/", "bot", "bot")] }, ThreeWithHosts.Listeners[1]],
    };

    /// <summary>With and without TLS it serves the same.</summary>
    public static ProxyPlan TlsBeside { get; } = One with { Tls = new ProxyTls(8443, 80, [Certificate("5e6f", "example.org")]) };

    /// <summary>Only some kinds obtain certificates.</summary>
    public static ProxyPlan Obtained { get; } = Tls with
    {
        Tls = Tls.Tls! with
        {
            Certificates = [],
            Automatic = new TlsAutomatic(["shop.example.org", "admin.example.org"])
            {
                Email = "operator@example.org",
                Authority = new Uri("https://acme.example.org/directory"),
                AuthorityRoot = TestCertificate.Authority().Pem,
            },
        },
    };

    /// <summary>The hash of "lovelace" as htpasswd -B writes it.</summary>
    public const string Bcrypt = "$2b$05$z5K6w5ELhke7wYBlpvPrv.kPGBQaE6wiCwPzpAey2F79YUv3uqmtO";

    /// <summary>It does all with requests that every kind can, and trusts somebody.</summary>
    public static ProxyPlan HandledShop { get; } = Handled(Tls, new RequestHandling
    {
        MaxBody = 100_000_000,
        ConnectTimeout = TimeSpan.FromSeconds(1),
        ResponseTimeout = TimeSpan.FromHours(2),
        RequestHeaders = [new HeaderRule("X-Env", "a \"$b\" 100%"), new HeaderRule("Cookie", null)],
        ResponseHeaders = [new HeaderRule("X-Frame-Options", "DENY"), new HeaderRule("X-Powered-By", null)],
        IsCompressed = true,
        Users = [new Credential("ada", Bcrypt)],
        Maintenance = new MaintenancePage("<p>Soon.", TimeSpan.FromSeconds(30)),
    }) with
    {
        Trusted = [IPNetwork.Parse("10.0.0.0/20"), IPNetwork.Parse("2001:db8::/32")],
        RequestTimeout = TimeSpan.FromSeconds(10),
        KeepAliveTimeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>Its service is spoken to by HTTP/2.</summary>
    public static ProxyPlan Calls { get; } = new("calls", [Bot with { Protocol = SlotProtocol.Grpc }], [Listener.To(80, "bot")]);

    public static TheoryData<string> Names => ["one", "two-with-paths", "three-with-hosts", "behind-front", "tls", "tls-beside", "handled", "grpc"];

    /// <summary>The plan whose first service has its requests handled so.</summary>
    public static ProxyPlan Handled(ProxyPlan plan, RequestHandling handling) =>
        plan with { Backends = [plan.Backends[0] with { Handling = handling }, .. plan.Backends.Skip(1)] };

    public static ProxyPlan Named(string name) => name switch
    {
        "one" => One,
        "two-with-paths" => TwoWithPaths,
        "behind-front" => BehindFront,
        "tls" => Tls,
        "tls-beside" => TlsBeside,
        "handled" => HandledShop,
        "grpc" => Calls,
        _ => ThreeWithHosts,
    };

    private static TlsCertificate Certificate(string fingerprint, params string[] names)
    {
        var made = TestCertificate.For(names);
        return new TlsCertificate(names, fingerprint, new TlsBundle(made.Pem, made.KeyPem));
    }

    private static Backend Service(string name, int port, byte address) =>
        new(name, port, new IPAddress([10, 89, 0, address]), new IPAddress([10, 89, 0, (byte)(address + 1)]));
}
