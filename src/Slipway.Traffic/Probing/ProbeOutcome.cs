namespace Slipway.Traffic.Probing;

/// <summary>How one attempt of a probe ended.</summary>
public enum ProbeOutcome
{
    /// <summary>The status was among those expected.</summary>
    Ready,

    /// <summary>There was an answer, but with another status.</summary>
    WrongStatus,

    /// <summary>Nobody listens at the address.</summary>
    Refused,

    /// <summary>There was no complete answer within the time of one attempt.</summary>
    TimedOut,

    /// <summary>The connection was closed or reset before the answer was complete.</summary>
    Closed,

    /// <summary>What came was not HTTP.</summary>
    NotHttp,

    /// <summary>The address could not be reached at all.</summary>
    Unreachable,
}
