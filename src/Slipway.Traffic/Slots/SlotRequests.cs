namespace Slipway.Traffic.Slots;

/// <summary>The requests of a slot that are under way.</summary>
/// <param name="InFlight">All of them, websockets and streams too: zero or more; null where the proxy knows of connections only.</param>
/// <param name="WithBody">Those that brought a body, or are bringing it, without calls of gRPC: zero or more; one may stand for several.</param>
public sealed record SlotRequests(int? InFlight, int WithBody);
