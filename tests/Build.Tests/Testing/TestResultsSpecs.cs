using Build.Chores.Testing;

namespace Build.Tests.Testing;

public sealed class TestResultsSpecs
{
    [Fact]
    public void The_total_is_what_a_continuous_integration_looks_for()
    {
        var results = new TestResults();
        results.Add(new TestOutcome("B", 1200, 0, 3, TimeSpan.FromSeconds(12.34)));
        results.Add(new TestOutcome("A", 30, 2, 0, TimeSpan.FromSeconds(1)));

        results.Total.ShouldBe("1230 passed, 2 failed");
    }

    [Fact]
    public void No_outcome_of_programs_that_run_side_by_side_is_lost()
    {
        var results = new TestResults();

        Parallel.For(0, 1000, i => results.Add(new TestOutcome($"{i}", 1, 0, 0, TimeSpan.Zero)));

        results.Total.ShouldBe("1000 passed, 0 failed");
    }

    [Fact]
    public void The_table_has_a_row_for_each_program_and_the_reason_of_trouble()
    {
        var table = TestTable.Of(
        [
            new TestOutcome("Slipway.Graph.Tests", 82, 0, 0, TimeSpan.FromSeconds(39.42)),
            new TestOutcome("dotnet format", 0, 1, 0, TimeSpan.FromSeconds(61), "run 'dotnet format' and commit what it changes"),
        ]);

        table.ShouldBe("""
            tests                 passed  failed  skipped  seconds
            Slipway.Graph.Tests       82       0        0     39.4
            dotnet format              0       1        0     61.0  run 'dotnet format' and commit what it changes
            """);
    }
}
