namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>The proxy images, under the prefix that the bootstrap recorded.</summary>
internal static class Images
{
    public static string Of(string kind)
    {
        var prefix = Environment.GetEnvironmentVariable("SLIPWAY_IMAGES");
        Assert.SkipWhen(string.IsNullOrEmpty(prefix), "Needs proxy images: set SLIPWAY_IMAGES to the prefix of nginx:1.28 and haproxy:2.8 (./build.sh --bootstrap does).");
        return prefix + kind switch
        {
            "nginx" => "/nginx:1.28",
            "haproxy" => "/haproxy:2.8",
            _ => throw new ArgumentException($"Which image is {kind} tested with?", nameof(kind)),
        };
    }
}
