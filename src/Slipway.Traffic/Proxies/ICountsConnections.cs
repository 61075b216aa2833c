using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>A proxy that tells what is under way to each slot, so that a drain need not wait for longer than that lasts.</summary>
public interface ICountsConnections
{
    /// <summary>The command that prints what is under way to the slots, for <see cref="ParseConnections"/>.</summary>
    IReadOnlyList<string> ReadConnections { get; }

    /// <summary>Counts what is under way to each slot of the plan: two entries a service, blue first.</summary>
    /// <exception cref="FormatException">The text is not the output of <see cref="ReadConnections"/>.</exception>
    IReadOnlyList<SlotConnections> ParseConnections(ProxyPlan plan, string output);
}
