using Cake.Frosting;
using Slipway.Graph.Tasks;

namespace Build.Chores.Testing;

/// <summary>The tests of the parallel engine.</summary>
/// <param name="programs">Runs them.</param>
[TaskName(nameof(TestGraph))]
[TaskDescription("Runs Slipway.Graph.Tests.")]
[TestProject("Slipway.Graph.Tests")]
[TaskLock("processors")]
public sealed class TestGraph(TestPrograms programs) : TestRun(programs);
