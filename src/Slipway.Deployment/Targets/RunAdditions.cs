using Slipway.Deployment.Execution;
using Slipway.Observability.Journal;

namespace Slipway.Deployment.Targets;

/// <summary>What a user's own build adds to the execution of plans.</summary>
/// <param name="Handlers">What executes steps of kinds of its own; they are asked before Slipway's.</param>
/// <param name="Sinks">Make the places where the journal's events go besides; each run disposes its own.</param>
public sealed record RunAdditions(IReadOnlyList<IStepHandler> Handlers, IReadOnlyList<Func<IJournalSink>> Sinks)
{
    /// <summary>Says for the journal where time went so far; nothing when nobody asked.</summary>
    internal Func<IEnumerable<string>> Timings { get; init; } = () => [];

    /// <summary>Nothing.</summary>
    public static RunAdditions None { get; } = new([], []);
}
