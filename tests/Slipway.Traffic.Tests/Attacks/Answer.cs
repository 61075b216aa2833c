namespace Slipway.Traffic.Tests.Attacks;

/// <summary>What a client was told.</summary>
/// <param name="Status">The status of the first answer, or what happened without one.</param>
/// <param name="Count">How many answers there were; by HTTP/2, where each request is told by itself that there is none, one.</param>
internal sealed record Answer(string Status, int Count)
{
    /// <summary>There was none: the connection was closed or, by HTTP/2, the request reset.</summary>
    public const string Refused = "closed";

    /// <summary>There was neither an answer nor an end.</summary>
    public const string None = "is waited for";
}
