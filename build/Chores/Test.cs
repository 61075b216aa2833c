using Build.Chores.Documentation;
using Build.Chores.Testing;
using Cake.Core;
using Cake.Frosting;
using Slipway.Phases;

namespace Build.Chores;

/// <summary>Adds up what all test programs and checks have found.</summary>
/// <param name="results">Their outcomes.</param>
[TaskName(nameof(Test))]
[TaskDescription("Builds everything and runs all tests; ends with 'N passed, N failed'.")]
[IsDependentOn(typeof(CheckFormat))]
[IsDependentOn(typeof(CheckDocs))]
[IsDependentOn(typeof(TestGraph))]
[IsDependentOn(typeof(TestCompose))]
[IsDependentOn(typeof(TestFrosting))]
[IsDependentOn(typeof(TestDocker))]
[IsDependentOn(typeof(TestTraffic))]
[IsDependentOn(typeof(TestDatabases))]
[IsDependentOn(typeof(TestDockerfiles))]
[IsDependentOn(typeof(TestSamples))]
[IsDependentOn(typeof(TestEndToEnd))]
[IsDependentOn(typeof(TestOthers))]
public sealed class Test(TestResults results) : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context)
    {
        context.Console.WriteLine("{0}", TestTable.Of(results.Outcomes));
        if (results.Outcomes.Any(o => o.Failed > 0))
        {
            throw new CakeException(1, $"tests failed: {string.Join(", ", results.Outcomes.Where(o => o.Failed > 0).Select(o => o.Name))}");
        }
    }
}
