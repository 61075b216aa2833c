using Cake.Frosting;
using Slipway.Graph.Tasks;

namespace Build.Chores.Testing;

/// <summary>The tests of compose and slots.</summary>
/// <param name="programs">Runs them.</param>
[TaskName(nameof(TestCompose))]
[TaskDescription("Runs Slipway.Compose.Tests.")]
[TestProject("Slipway.Compose.Tests")]
[TaskLock("processors")]
public sealed class TestCompose(TestPrograms programs) : TestRun(programs);
