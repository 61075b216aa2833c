using Slipway.Deployment.Strategies.BlueGreen;
using Slipway.Deployment.Strategies.Handoff;
using Slipway.Deployment.Strategies.Jobs;
using Slipway.Deployment.Strategies.Rolling;
using Slipway.Deployment.Strategies.Stateful;

namespace Slipway.Deployment.Strategies;

/// <summary>The strategies. Whoever adds one adds a folder and a line here.</summary>
public static class StrategyList
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReleaseStrategy> All { get; } =
    [
        new BlueGreenStrategy(),
        new HandoffStrategy(),
        new RollingStrategy(),
        new StatefulStrategy(),
        new JobStrategy(),
    ];

    // Workers are replaced before users are switched: new code then finds new workers.
    private static IReadOnlyList<ReleaseStrategy> InOrder { get; } = [.. All.OrderBy(s => s.HasReplicas ? 0 : 1)];

    /// <summary>The steps of all strategies on the way back: users first, workers last.</summary>
    internal static IEnumerable<T> Back<T>(Func<ReleaseStrategy, IEnumerable<T>> steps) => InOrder.OrderBy(s => s.HasReplicas).SelectMany(steps);

    /// <summary>The steps of all strategies, those with replicas first.</summary>
    internal static IEnumerable<T> Of<T>(Func<ReleaseStrategy, IEnumerable<T>> steps) => InOrder.SelectMany(steps);
}
