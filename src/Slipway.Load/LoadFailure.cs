namespace Slipway.Load;

/// <summary>A request that failed.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Reason">Why it counts as failed.</param>
/// <param name="Detail">The status or the error, for a person.</param>
/// <param name="At">When it failed, since the load began.</param>
/// <param name="Took">How long after it was begun.</param>
public sealed record LoadFailure(LoadKind Kind, LoadFailureReason Reason, string Detail, TimeSpan At, TimeSpan Took);
