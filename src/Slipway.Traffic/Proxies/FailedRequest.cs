using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>A request that a slot failed, as its proxy logged it.</summary>
/// <param name="Service">The compose service that was asked.</param>
/// <param name="Slot">The slot that it had been given to.</param>
/// <param name="Status">What the client was answered; below 500 if the slot broke off within its answer.</param>
/// <param name="Request">Method and path, without the query, which may hold secrets.</param>
public sealed record FailedRequest(string Service, Slot Slot, int Status, string Request);
