using Cake.Frosting;
using Slipway.Graph.Tasks;

namespace Build.Chores.Testing;

/// <summary>The tests of the stand-in for Cake.Frosting.</summary>
/// <param name="programs">Runs them.</param>
[TaskName(nameof(TestFrosting))]
[TaskDescription("Runs Cake.Frosting.Tests.")]
[TestProject("Cake.Frosting.Tests")]
[TaskLock("processors")]
public sealed class TestFrosting(TestPrograms programs) : TestRun(programs);
