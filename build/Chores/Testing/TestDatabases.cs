using Cake.Frosting;
using Slipway.Graph.Tasks;

namespace Build.Chores.Testing;

/// <summary>The tests of migrations and backups, on a real server.</summary>
/// <param name="programs">Runs them.</param>
[TaskName(nameof(TestDatabases))]
[TaskDescription("Runs Slipway.Databases.Tests.")]
[TestProject("Slipway.Databases.Tests")]
[TaskLock("processors")]
public sealed class TestDatabases(TestPrograms programs) : TestRun(programs);
