using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Canaries;

/// <summary>Which requests of a service go to the slot that does not serve.</summary>
/// <param name="Choice">The service and that slot.</param>
/// <param name="Percent">The share of all requests, or of all clients where that is sticky, 0 to 100.</param>
/// <param name="Matches">How many of the service's <see cref="Canary.Matches"/> count, from the first on; zero or more.</param>
public sealed record CanaryShare(SlotChoice Choice, int Percent, int Matches)
{
    /// <summary>Into how many parts requests are divided by chance.</summary>
    public const int Buckets = 256;

    /// <summary>How many of the <see cref="Buckets"/> go there.</summary>
    public int Count => Percent <= 0 ? 0 : Math.Clamp((int)Math.Round(Percent * Buckets / 100.0), 1, Buckets);
}
