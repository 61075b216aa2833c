namespace Slipway.Phases;

/// <summary>The phases of a deployment, of a rollback and of the way back to plain compose, each after all that it depends on.</summary>
public static class PhaseGraph
{
    private static readonly Phase[] Shared =
    [
        new Preflight(), new Lock(), new PullOrBuild(), new Backup(), new PrepareEnvironment(), new Migrate(),
        new StartSlot(), new CleanUp(), new AwaitReady(), new SmokeTest(), new Switch(), new Watch(), new Retire(),
    ];

    private static readonly Phase[] All = [.. Shared, new Deploy(), new Rollback(), new Release()];

    /// <summary>Those of a deployment.</summary>
    public static IReadOnlyList<Phase> Deployment { get; } = [.. Shared, Find(nameof(Deploy))!];

    /// <summary>Those of a rollback.</summary>
    public static IReadOnlyList<Phase> Rollback { get; } = [.. Shared, Find(nameof(Rollback))!];

    /// <summary>Those by which the application is given back to plain compose.</summary>
    public static IReadOnlyList<Phase> Release { get; } = [.. Shared, Find(nameof(Release))!];

    /// <summary>A phase by its name; null when there is none.</summary>
    internal static Phase? Find(string name) => All.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where a phase comes among all; -1 for a task that is none.</summary>
    internal static int PositionOf(string name) => Array.FindIndex(All, p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
