namespace Slipway.Traffic.Proxies;

/// <summary>The types of answers that become smaller by being compressed. Event streams are none of them: what is compressed is held back.</summary>
internal static class CompressedTypes
{
    public const string Html = "text/html";

    /// <summary>How long an answer must be where that can be said, in bytes: shorter ones become longer.</summary>
    public const int Least = 1024;

    /// <summary>All but the first, which nginx always compresses.</summary>
    public static IReadOnlyList<string> Others { get; } =
    [
        "text/css", "text/plain", "text/xml", "text/javascript", "application/javascript", "application/json", "application/manifest+json", "application/xml",
        "application/rss+xml", "application/wasm", "image/svg+xml",
    ];
}
