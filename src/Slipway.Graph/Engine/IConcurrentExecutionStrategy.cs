using Cake.Core;

namespace Slipway.Graph.Engine;

/// <summary>
/// An execution strategy that can say whether it may be called for several tasks at once. Strategies that can't say it, such as
/// that of Cake's dry run, are given one task at a time, in Cake's order; Cake's default strategy is known to be safe.
/// </summary>
public interface IConcurrentExecutionStrategy : IExecutionStrategy
{
    /// <summary>Whether the strategy may be called from several threads at once.</summary>
    bool RunsConcurrently { get; }
}
