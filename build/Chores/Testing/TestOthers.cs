using Cake.Frosting;
using Slipway.Graph.Tasks;
using Slipway.Phases;

namespace Build.Chores.Testing;

/// <summary>Runs the test programs that no task names, so that a new one is never left out.</summary>
/// <param name="programs">Runs them.</param>
[TaskName(nameof(TestOthers))]
[TaskDescription("Runs the test programs that have no task of their own.")]
[IsDependentOn(typeof(BuildTests))]
[TaskLock("processors")]
public sealed class TestOthers(TestPrograms programs) : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context)
    {
        var named = typeof(TestOthers).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(TestRun))).Select(TestRun.ProjectOf);
        foreach (var project in programs.Names().Except(named))
        {
            programs.Run(context, project);
        }
    }
}
