namespace Cake.Frosting.Tests;

public sealed class TargetSpecs
{
    [Fact]
    public async Task Without_a_target_the_default_runs_after_what_it_needs()
    {
        var run = await SampleBuild.RunAsync();

        run.ExitCode.ShouldBe(0);
        run.Story.ShouldBe([
            "setup for Default",
            "before Clean", "clean runs", "after Clean",
            "before Generate", "generate runs", "after Generate",
            "before Compile", "compile runs, plain", "after Compile",
            "before Default", "after Default",
            "teardown, successful"]);
    }

    [Fact]
    public async Task Several_targets_run_in_the_order_they_were_named_in_and_shared_needs_run_once()
    {
        var run = await SampleBuild.RunAsync("--target", "Zip-Files", "-t=Compile");

        run.ExitCode.ShouldBe(0);
        run.Story.Where(line => line.Contains("runs", StringComparison.Ordinal))
            .ShouldBe(["clean runs", "zip runs", "generate runs", "compile runs, plain"]);
    }

    [Fact]
    public async Task A_dry_run_names_the_tasks_in_the_order_of_the_run_and_runs_none()
    {
        var run = await SampleBuild.RunAsync("--target=Zip-Files", "--target=Compile", "--dryrun");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("This was a dry run.");
        run.Output.Where(line => char.IsDigit(line[0])).ShouldBe(["1. Clean", "2. Zip-Files", "3. Generate", "4. Compile"]);
        run.Story.ShouldBe(["setup for Zip-Files", "teardown, successful"]);
    }

    [Fact]
    public async Task An_exclusive_run_leaves_out_what_the_targets_need()
    {
        var run = await SampleBuild.RunAsync("-t", "Zip-Files", "-t", "Compile", "-e");

        run.ExitCode.ShouldBe(0);
        run.Story.Where(line => line.Contains("runs", StringComparison.Ordinal)).ShouldBe(["zip runs", "compile runs, plain"]);
    }

    [Fact]
    public async Task An_unknown_target_is_refused_with_the_nearest_name_before_anything_runs()
    {
        var run = await SampleBuild.RunAsync("--target=Complie");

        run.ExitCode.ShouldBe(1);
        run.Story.ShouldBeEmpty();
        run.Errors.ShouldHaveSingleItem().ShouldStartWith("Error: The target 'Complie' was not found; did you mean 'Compile'? The targets are: AfterTolerated,");
    }

    [Fact]
    public async Task A_skipped_target_is_an_error_with_its_reason()
    {
        var run = await SampleBuild.RunAsync("--target=Unneeded");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("Error: Could not reach target 'Unneeded' since it was skipped due to a criteria: nothing to do.");
        run.Story.ShouldBe(["setup for Unneeded", "teardown, failed"]);
    }

    [Fact]
    public async Task What_depends_on_a_skipped_task_runs()
    {
        var run = await SampleBuild.RunAsync("--target=AfterUnneeded");

        run.ExitCode.ShouldBe(0);
        run.Story.ShouldBe([
            "setup for AfterUnneeded",
            "before Unneeded", "after Unneeded, skipped",
            "before AfterUnneeded", "runs after what was skipped", "after AfterUnneeded",
            "teardown, successful"]);
    }

    [Fact]
    public async Task A_task_of_another_context_is_left_out_with_a_warning()
    {
        var run = await SampleBuild.RunAsync("--target=Foreign");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain(line => line.StartsWith("The task 'Foreign' is left out: it needs a context of type", StringComparison.Ordinal));
        run.Errors.ShouldHaveSingleItem().ShouldStartWith("Error: The target 'Foreign' was not found");
    }
}
