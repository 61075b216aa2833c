using Cake.Frosting;
using Slipway.Graph.Tasks;

namespace Build.Chores.Testing;

/// <summary>The tests of whole deployments, on the real engine.</summary>
/// <param name="programs">Runs them.</param>
[TaskName(nameof(TestEndToEnd))]
[TaskDescription("Runs Slipway.EndToEnd.")]
[TestProject("Slipway.EndToEnd")]
[TaskLock("engine")]
public sealed class TestEndToEnd(TestPrograms programs) : TestRun(programs);
