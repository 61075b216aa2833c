namespace Slipway.Phases;

/// <summary>The phases of a deployment, of a rollback and of the way back to plain compose, each after all that it depends on.</summary>
public static class PhaseGraph
{
    private static readonly Phase[] Shared =
    [
        new Preflight(), new Lock(), new PullOrBuild(), new Backup(), new PrepareEnvironment(), new Migrate(),
        new StartSlot(), new CleanUp(), new AwaitReady(), new SmokeTest(), new Switch(), new Watch(), new Retire(),
    ];

    /// <summary>Those of a deployment.</summary>
    public static IReadOnlyList<Phase> Deployment { get; } = [.. Shared, new Deploy()];

    /// <summary>Those of a rollback.</summary>
    public static IReadOnlyList<Phase> Rollback { get; } = [.. Shared, new Rollback()];

    /// <summary>Those by which the application is given back to plain compose.</summary>
    public static IReadOnlyList<Phase> Release { get; } = [.. Shared, new Release()];
}
