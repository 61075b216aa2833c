using Cake.Frosting;

namespace Slipway.Phases;

/// <summary>The phases of a deployment and what each depends on, read from the tasks' own attributes.</summary>
public static class PhaseGraph
{
    /// <summary>The phases, each after all that it depends on.</summary>
    public static IReadOnlyList<Phase> Phases { get; } =
    [
        new Preflight(), new Lock(), new PullOrBuild(), new Backup(), new PrepareEnvironment(), new CleanUp(), new Migrate(),
        new StartSlot(), new AwaitReady(), new SmokeTest(), new Switch(), new Watch(), new Retire(), new Deploy(),
    ];

    /// <summary>What a phase depends on.</summary>
    /// <param name="phase">Its name.</param>
    /// <returns>The names of the phases.</returns>
    public static IReadOnlyList<string> DependenciesOf(string phase) =>
        [.. Phases.First(p => p.Name == phase).GetType()
            .GetCustomAttributes(typeof(IsDependentOnAttribute), inherit: true)
            .Cast<IsDependentOnAttribute>()
            .Select(a => a.Task.Name)];
}
