using System.Globalization;

namespace Slipway.Deployment.Planning.Preflight;

/// <summary>The host has memory for a second slot beside the running one.</summary>
internal sealed class MemoryHasRoom : IPreflightRule
{
    private const long ForSlot = 64L << 20;

    public IEnumerable<Refusal> Check(PlanningContext context)
    {
        var needed = ForSlot * Math.Max(1, context.Changing.Count(s => s.Settings.Strategy.IsBehindProxy));
        if (context.Observation.Engine.AvailableMemory is { } available && available < needed)
        {
            var tooLittle = string.Create(
                CultureInfo.InvariantCulture, $"the host has {available >> 20} MB of memory left, too little for two slots side by side ({needed >> 20} MB)");
            yield return new Refusal(tooLittle, "free memory, or set keep-warm: false so that only one slot runs between deployments");
        }
    }
}
