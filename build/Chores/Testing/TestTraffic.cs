using Cake.Frosting;
using Slipway.Graph.Tasks;

namespace Build.Chores.Testing;

/// <summary>The tests of proxies, on real ones under load.</summary>
/// <param name="programs">Runs them.</param>
[TaskName(nameof(TestTraffic))]
[TaskDescription("Runs Slipway.Traffic.Tests.")]
[TestProject("Slipway.Traffic.Tests")]
[TaskLock("engine")]
public sealed class TestTraffic(TestPrograms programs) : TestRun(programs);
