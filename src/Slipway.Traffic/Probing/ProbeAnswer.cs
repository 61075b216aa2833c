namespace Slipway.Traffic.Probing;

/// <summary>How one attempt of a probe ended, with what a person needs to see why.</summary>
/// <param name="Outcome">In short.</param>
/// <param name="Status">The HTTP status, if there was one.</param>
/// <param name="Detail">The beginning of the body (at most 200 bytes, on one line) or the error; may be empty.</param>
public sealed record ProbeAnswer(ProbeOutcome Outcome, int? Status, string Detail)
{
    /// <summary>The end of the sentence "The last attempt ...".</summary>
    public override string ToString() => Outcome switch
    {
        ProbeOutcome.Ready => Status is null ? $"was taken: {Detail}" : $"was answered {Status}",
        ProbeOutcome.WrongStatus => $"was answered {Status}" + (Detail.Length > 0 ? $": {Detail}" : ""),
        ProbeOutcome.Refused => "was refused: nobody listens at the address",
        ProbeOutcome.TimedOut => $"had no complete answer after {Detail}",
        ProbeOutcome.Closed => $"was cut off: {Detail}",
        ProbeOutcome.NotHttp => $"was answered by something else than a web server: {Detail}",
        _ => $"did not reach the address: {Detail}",
    };
}
