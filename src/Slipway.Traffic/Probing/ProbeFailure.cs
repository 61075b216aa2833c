using System.Net.Sockets;
using System.Runtime.ExceptionServices;

namespace Slipway.Traffic.Probing;

/// <summary>Puts into a person's words why there was no answer.</summary>
internal static class ProbeFailure
{
    /// <param name="error">What the client threw.</param>
    /// <param name="received">How many bytes of the body had come; null when the head had not.</param>
    public static ProbeAnswer Of(Exception error, long? received)
    {
        // The client wraps what failed beneath it once.
        var cause = error is HttpRequestException { InnerException: { } inner } ? inner : error;
        var (outcome, detail) = (KindOf(error, cause), cause) switch
        {
            (HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded, _) =>
                (ProbeOutcome.NotHttp, received is null ? "the answer is not HTTP" : "the body of the answer is not as HTTP has it"),
            (HttpRequestError.ResponseEnded, _) =>
                (ProbeOutcome.Closed, "the connection was closed " + (received is null ? "without an answer" : $"after {received} bytes of the answer's body")),
            (_, SocketException { SocketErrorCode: SocketError.ConnectionRefused }) => (ProbeOutcome.Refused, cause.Message),
            (_, SocketException { SocketErrorCode: SocketError.TimedOut }) => (ProbeOutcome.TimedOut, cause.Message),
            (_, SocketException) => (ProbeOutcome.Unreachable, cause.Message),
            (_, IOException or HttpRequestException) => (ProbeOutcome.Closed, cause.GetBaseException().Message),
            _ => throw Rethrown(cause),
        };
        return new ProbeAnswer(outcome, null, detail);
    }

    private static HttpRequestError KindOf(Exception error, Exception cause) =>
        (cause as HttpIOException)?.HttpRequestError ?? (error as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown;

    // Whoever opens the connections has said it in words of his own, and is no part of the application that is probed.
    private static Exception Rethrown(Exception cause)
    {
        ExceptionDispatchInfo.Throw(cause);
        return cause;
    }
}
