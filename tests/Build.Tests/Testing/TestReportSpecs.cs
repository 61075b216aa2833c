using Build.Chores.Testing;

namespace Build.Tests.Testing;

public sealed class TestReportSpecs : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void Totals_are_added_up_over_assemblies()
    {
        var outcome = Read("""<assemblies><assembly total="7" passed="5" failed="1" skipped="1" errors="0"/><assembly total="2" passed="2" failed="0" skipped="0" errors="2"/></assemblies>""", 1);

        outcome.ShouldBe(new TestOutcome("X", 7, 3, 1, TimeSpan.Zero));
    }

    [Fact]
    public void A_program_that_fails_without_a_failed_test_counts_as_one()
    {
        var outcome = Read("""<assemblies><assembly total="5" passed="5" failed="0" skipped="0" errors="0"/></assemblies>""", 134);

        (outcome.Passed, outcome.Failed).ShouldBe((5, 1));
        outcome.Trouble.ShouldBe("exit code 134 without a failed test");
    }

    [Fact]
    public void A_program_without_tests_counts_as_failed()
    {
        Read("""<assemblies><assembly total="0" passed="0" failed="0" skipped="0" errors="0"/></assemblies>""", 0).Trouble.ShouldBe("has no test");
    }

    [Fact]
    public void Skipped_tests_alone_are_no_failure()
    {
        Read("""<assemblies><assembly total="3" passed="0" failed="0" skipped="3" errors="0"/></assemblies>""", 0).Failed.ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<assemblies><assembly total=\"5\" pass")]
    [InlineData("<assemblies><assembly passed=\"many\"/></assemblies>")]
    public void A_report_that_was_cut_off_counts_as_one_failed_test(string text)
    {
        var outcome = Read(text, 137);

        outcome.Failed.ShouldBe(1);
        outcome.Trouble!.ShouldStartWith("ended with exit code 137 and left no report: ");
    }

    [Fact]
    public void A_missing_report_counts_as_one_failed_test()
    {
        File.Delete(_file);

        TestReport.Read(_file, "X", 1, TimeSpan.Zero).Failed.ShouldBe(1);
    }

    public void Dispose() => File.Delete(_file);

    private TestOutcome Read(string text, int exitCode)
    {
        File.WriteAllText(_file, text);
        return TestReport.Read(_file, "X", exitCode, TimeSpan.Zero);
    }
}
