namespace Cake.Frosting.Tests;

public sealed class FailureSpecs
{
    [Fact]
    public async Task The_exit_code_is_that_of_the_exception_that_failed_the_build()
    {
        var run = await SampleBuild.RunAsync("--target=FailWithCode");

        run.ExitCode.ShouldBe(42);
        run.Errors.ShouldContain("Error: the disk is full");
        run.Story.Last().ShouldBe("teardown, failed");
    }

    [Fact]
    public async Task Any_other_exception_is_exit_code_1_without_a_stack_trace_and_finally_handlers_run()
    {
        var run = await SampleBuild.RunAsync("--target=FailPlainly");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("Error: it broke");
        run.Errors.ShouldNotContain(line => line.StartsWith("at ", StringComparison.Ordinal));
        run.Story.ShouldContain("finally after the failure");
    }

    [Fact]
    public async Task Diagnostic_verbosity_shows_the_stack_trace()
    {
        var run = await SampleBuild.RunAsync("--target=FailPlainly", "--verbosity=diagnostic");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain(line => line.StartsWith("at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_handler_that_returns_swallows_the_failure()
    {
        var run = await SampleBuild.RunAsync("--target=Swallow");

        run.ExitCode.ShouldBe(0);
        run.Story.ShouldContain("handled: it broke");
    }

    [Fact]
    public async Task A_handler_that_throws_fails_the_build_with_what_it_threw()
    {
        var run = await SampleBuild.RunAsync("--target=Rethrow");

        run.ExitCode.ShouldBe(1);
        run.Story.ShouldContain("seen: it broke");
        run.Errors.ShouldContain("Error: it broke, and this is why");
    }

    [Fact]
    public async Task The_build_goes_on_after_a_tolerated_failure()
    {
        var run = await SampleBuild.RunAsync("--target=AfterTolerated");

        run.ExitCode.ShouldBe(0);
        run.Story.ShouldContain("the build goes on");
    }

    [Fact]
    public async Task A_tolerated_task_may_have_a_handler_of_its_own()
    {
        var run = await SampleBuild.RunAsync("--target=ToleratedWithHandler");

        run.ExitCode.ShouldBe(0);
        run.Story.ShouldContain("handled: nobody minds");
    }
}
