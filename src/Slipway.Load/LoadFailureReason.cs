namespace Slipway.Load;

/// <summary>Why a request counts as failed.</summary>
public enum LoadFailureReason
{
    /// <summary>Nobody listened.</summary>
    Refused,

    /// <summary>The address could not be reached.</summary>
    Unreachable,

    /// <summary>The connection was reset.</summary>
    Reset,

    /// <summary>The connection was closed without a byte of an answer.</summary>
    ClosedWithoutAnswer,

    /// <summary>The connection was closed within the answer.</summary>
    ClosedWithinAnswer,

    /// <summary>There was no complete answer in time.</summary>
    TimedOut,

    /// <summary>The status was not 2xx (101 for a websocket).</summary>
    Status,

    /// <summary>What came was not what the protocol allows.</summary>
    BadAnswer,
}
