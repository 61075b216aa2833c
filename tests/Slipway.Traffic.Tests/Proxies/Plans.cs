using System.Net;
using Slipway.Traffic.Proxies;
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
            new Listener(80, [new Route("/", "bot"), new Route("/", "api-v2", "admin.example.org"), new Route("/api", "api.v2")]),
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

    public static TheoryData<string> Names => ["one", "two-with-paths", "three-with-hosts", "behind-front"];

    public static ProxyPlan Named(string name) => name switch
    {
        "one" => One,
        "two-with-paths" => TwoWithPaths,
        "behind-front" => BehindFront,
        _ => ThreeWithHosts,
    };

    private static Backend Service(string name, int port, byte address) =>
        new(name, port, new IPAddress([10, 89, 0, address]), new IPAddress([10, 89, 0, (byte)(address + 1)]));
}
