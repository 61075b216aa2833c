using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Planning.Steps;

/// <summary>One thing that a phase does, as data: what Plan prints is what Deploy executes.</summary>
public abstract record Step
{
    /// <summary>What it is for, in a few words.</summary>
    public required string Purpose { get; init; }

    /// <summary>The service, and its slot, that it is about; null when it is about several or none.</summary>
    public SlotChoice? Subject { get; init; }

    /// <summary>Whether it runs side by side with the step before it.</summary>
    public bool Parallel { get; init; }

    /// <summary>Whether it comes after the step before it, and both beside whatever that one is beside.</summary>
    public bool Then { get; init; }

    /// <summary>How often it is tried, at least 1; more than 1 only where a second try does no harm.</summary>
    public int MaxAttempts { get; init; } = 1;

    /// <summary>The longest that it may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether it only looks at the application and asks it: then it may be done without the lock.</summary>
    public virtual bool IsReading => false;

    /// <summary>The containers that it ends, so that whoever takes it back knows which were asked to end.</summary>
    public virtual IReadOnlyList<string> Ends => [];

    /// <summary>The same steps side by side.</summary>
    /// <returns>The steps; the first does not join what is before it.</returns>
    internal static IEnumerable<Step> Together(IEnumerable<Step> steps) => steps.Select((s, i) => s with { Parallel = i > 0 });

    /// <summary>The exact command, as the plan shows it and the journal records it.</summary>
    public abstract string Command { get; }
}
