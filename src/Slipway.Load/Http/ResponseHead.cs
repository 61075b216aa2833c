namespace Slipway.Load.Http;

/// <summary>What of a response's head decides how its body ends (RFC 9112, section 6.3).</summary>
/// <param name="Status">100 to 599.</param>
/// <param name="ContentLength">The length of the body in bytes, if it was given.</param>
/// <param name="Chunked">Whether the body comes in chunks.</param>
/// <param name="Close">Whether the server will close the connection after the body.</param>
internal readonly record struct ResponseHead(int Status, long? ContentLength, bool Chunked, bool Close)
{
    /// <summary>Whether there is no body, whatever the head says.</summary>
    public bool HasNoBody => Status is < 200 or 204 or 304;

    /// <summary>Whether the body ends where the connection does.</summary>
    public bool EndsWithConnection => !HasNoBody && !Chunked && ContentLength is null;
}
