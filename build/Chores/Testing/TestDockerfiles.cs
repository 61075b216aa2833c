using Cake.Frosting;
using Slipway.Graph.Tasks;

namespace Build.Chores.Testing;

/// <summary>The tests of the Dockerfile rules, whose forecasts and ignore files are held to the real engine.</summary>
/// <param name="programs">Runs them.</param>
[TaskName(nameof(TestDockerfiles))]
[TaskDescription("Runs Slipway.Dockerfiles.Tests.")]
[TestProject("Slipway.Dockerfiles.Tests")]
[TaskLock("processors")]
public sealed class TestDockerfiles(TestPrograms programs) : TestRun(programs);
