using Slipway.Deployment.Strategies.BlueGreen;
using Slipway.Deployment.Strategies.Handoff;
using Slipway.Deployment.Strategies.Rolling;
using Slipway.Deployment.Strategies.Stateful;

namespace Slipway.Deployment.Strategies;

/// <summary>The strategies. Whoever adds one adds a folder and a line here.</summary>
public static class StrategyList
{
    /// <summary>All of them. Phases put their steps together in this order: workers are replaced before users are switched.</summary>
    public static IReadOnlyList<ReleaseStrategy> All { get; } =
    [
        new RollingStrategy(),
        new BlueGreenStrategy(),
        new HandoffStrategy(),
        new StatefulStrategy(),
    ];

    /// <summary>The steps of all strategies, in their order.</summary>
    internal static IEnumerable<T> Of<T>(Func<ReleaseStrategy, IEnumerable<T>> steps) => All.SelectMany(steps);
}
