namespace Slipway.Traffic.Draining;

/// <summary>What is under way to a slot.</summary>
/// <param name="InFlight">Requests, or connections where those can't be told: zero or more.</param>
/// <param name="WithBody">Requests that brought a body, or are bringing it: zero or more; one may stand for several.</param>
public sealed record DrainCount(int InFlight, int WithBody = 0);
