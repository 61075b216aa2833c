using Slipway.Deployment.Strategies.BlueGreen;
using Slipway.Deployment.Strategies.Handoff;
using Slipway.Deployment.Strategies.Rolling;
using Slipway.Deployment.Strategies.Stateful;

namespace Slipway.Deployment.Strategies;

/// <summary>The strategies. Whoever adds one adds a folder and a line here.</summary>
public static class StrategyList
{
    // Workers are replaced before users are switched: new code then finds new workers.
    private static readonly Lazy<IReadOnlyList<ReleaseStrategy>> InOrder = new(() => [.. All.OrderBy(s => s.HasReplicas ? 0 : 1)]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReleaseStrategy> All { get; } =
    [
        new BlueGreenStrategy(),
        new HandoffStrategy(),
        new RollingStrategy(),
        new StatefulStrategy(),
    ];

    /// <summary>The steps of all strategies, those with replicas first.</summary>
    internal static IEnumerable<T> Of<T>(Func<ReleaseStrategy, IEnumerable<T>> steps) => InOrder.Value.SelectMany(steps);
}
