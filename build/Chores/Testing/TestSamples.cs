using Cake.Frosting;
using Slipway.Graph.Tasks;

namespace Build.Chores.Testing;

/// <summary>The tests of the sample applications, on the real engine.</summary>
/// <param name="programs">Runs them.</param>
[TaskName(nameof(TestSamples))]
[TaskDescription("Runs Slipway.Samples.Tests.")]
[TestProject("Slipway.Samples.Tests")]
[TaskLock("processors")]
public sealed class TestSamples(TestPrograms programs) : TestRun(programs);
