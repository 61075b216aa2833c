using System.Reflection;
using Cake.Frosting;
using Slipway.Phases;

namespace Build.Chores.Testing;

/// <summary>Runs one test program as a task of its own.</summary>
/// <param name="programs">Runs it.</param>
[IsDependentOn(typeof(BuildTests))]
public abstract class TestRun(TestPrograms programs) : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override bool ShouldRun(SlipwayContext context) => programs.Names().Contains(ProjectOf(GetType()));

    /// <inheritdoc/>
    public override void Run(SlipwayContext context) => programs.Run(context, ProjectOf(GetType()));

    /// <summary>The project that a task runs.</summary>
    /// <param name="task">The task's class.</param>
    /// <returns>The project's name.</returns>
    internal static string ProjectOf(Type task) => task.GetCustomAttribute<TestProjectAttribute>()!.Name;
}
