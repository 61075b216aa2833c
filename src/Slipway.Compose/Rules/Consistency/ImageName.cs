namespace Slipway.Compose.Rules.Consistency;

/// <summary>An image's name, taken apart.</summary>
/// <param name="Repository">All in front of the tag.</param>
/// <param name="Tag">The tag, or null.</param>
/// <param name="Digest">The digest, or null.</param>
internal sealed record ImageName(string Repository, string? Tag, string? Digest)
{
    public static ImageName Parse(string image)
    {
        var at = image.IndexOf('@', StringComparison.Ordinal);
        var (name, digest) = at < 0 ? (image, null) : (image[..at], image[(at + 1)..]);
        var colon = name.LastIndexOf(':');
        return colon > name.LastIndexOf('/') ? new(name[..colon], name[(colon + 1)..], digest) : new(name, null, digest);
    }
}
