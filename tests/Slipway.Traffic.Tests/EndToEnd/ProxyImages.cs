using Slipway.Testing.Engine;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>
/// The proxy images, from where the bootstrap has them from, or those that SLIPWAY_NGINX, SLIPWAY_HAPROXY and SLIPWAY_CADDY name: other versions
/// pass the same tests (eng/newer-images.sh makes some).
/// </summary>
internal static class ProxyImages
{
    /// <summary>Whether it is the version that the documentation's tables were made with.</summary>
    public static bool IsUsual(string kind) => string.IsNullOrEmpty(Other(kind));

    public static string Of(string kind)
    {
        if (Other(kind) is { Length: > 0 } other)
        {
            return other;
        }

        Assert.SkipWhen(Images.Settled is null, "Needs proxy images: set SLIPWAY_IMAGES to the prefix of nginx:1.28, haproxy:2.8 and caddy:2.6 (./build.sh --bootstrap does).");
        return Images.Settled + kind switch
        {
            "nginx" => "/nginx:1.28",
            "haproxy" => "/haproxy:2.8",
            "caddy" => "/caddy:2.6",
            _ => throw new ArgumentException($"Which image is {kind} tested with?", nameof(kind)),
        };
    }

    private static string? Other(string kind) => Environment.GetEnvironmentVariable($"SLIPWAY_{kind.ToUpperInvariant()}");
}
