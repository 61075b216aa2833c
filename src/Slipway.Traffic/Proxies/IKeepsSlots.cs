using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>A proxy whose state directory tells which slots it will serve when it is started again, while it does not run.</summary>
public interface IKeepsSlots
{
    /// <summary>Reads the state directory.</summary>
    /// <param name="files">The text of each file in it, by its name without the directory.</param>
    /// <param name="services">The services that it served.</param>
    /// <returns>The slot of each of them.</returns>
    IReadOnlyList<SlotChoice> ParseState(IReadOnlyDictionary<string, string> files, IEnumerable<string> services);
}
