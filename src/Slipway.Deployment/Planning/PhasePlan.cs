using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Planning;

/// <summary>What one phase does.</summary>
/// <param name="Name">The phase, which is also the name of its task.</param>
/// <param name="Steps">Its steps, one after the other unless a step says that it runs beside the one before.</param>
/// <param name="Undo">The steps that lead back when the phase fails or is cancelled, so that the old release goes on alone.</param>
/// <param name="Reason">Why there are none, or what they are for.</param>
public sealed record PhasePlan(string Name, IReadOnlyList<Step> Steps, IReadOnlyList<Step> Undo, string Reason)
{
    /// <summary>The names of the phases that must have ended before it begins.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Whether it is no phase of Slipway's but one, or a task, of the user's own.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => Steps.Count == 0;
}
