using Cake.Frosting;
using Slipway.Graph.Tasks;

namespace Build.Chores.Testing;

/// <summary>The tests of the stand-in for Cake.Docker.</summary>
/// <param name="programs">Runs them.</param>
[TaskName(nameof(TestDocker))]
[TaskDescription("Runs Cake.Docker.Tests.")]
[TestProject("Cake.Docker.Tests")]
[TaskLock("engine")]
public sealed class TestDocker(TestPrograms programs) : TestRun(programs);
