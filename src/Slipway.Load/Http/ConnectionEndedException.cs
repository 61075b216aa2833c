namespace Slipway.Load.Http;

/// <summary>The server ended the connection before its answer was complete.</summary>
/// <param name="received">How many bytes of the answer had come.</param>
internal sealed class ConnectionEndedException(long received)
    : IOException(received == 0 ? "the connection was closed without an answer" : $"the connection was closed after {received} bytes of an answer")
{
    /// <summary>How many bytes of the answer had come.</summary>
    public long Received { get; } = received;
}
