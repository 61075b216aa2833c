namespace Cake.Frosting.Tests;

public sealed class ArgumentSpecs
{
    [Fact]
    public async Task Options_that_the_host_has_no_use_for_are_arguments_of_the_tasks()
    {
        var run = await SampleBuild.RunAsync("--target=ShowArguments", "--json", "--app", "one", "--app=two", "--url=http://x:1/?a=b", "--", "--late", "yes");

        run.ExitCode.ShouldBe(0);
        run.Story.ShouldContain("app = one, two");
        run.Story.ShouldContain("url = http://x:1/?a=b");
        run.Story.ShouldContain("late = yes");
        run.Story.ShouldContain("target = ShowArguments");
        run.Story.ShouldContain("json is given");
    }

    [Fact]
    public async Task A_setting_of_the_build_gives_way_to_an_argument()
    {
        var built = await SampleBuild.RunAsync("--target=ShowArguments");
        var given = await SampleBuild.RunAsync("--target=ShowArguments", "--sample_flavour=from the command line");

        built.Story.ShouldContain("setting: from the build");
        given.Story.ShouldContain("setting: from the command line");
    }

    [Fact]
    public async Task The_setting_of_cake_config_in_the_working_directory_wins_over_that_of_the_build()
    {
        var directory = Directory.CreateTempSubdirectory("frosting-working");
        await File.WriteAllTextAsync(Path.Combine(directory.FullName, "cake.config"), "[Sample]\nFlavour=from cake.config\n", TestContext.Current.CancellationToken);

        var run = await SampleBuild.RunAsync("--target=ShowArguments", "--working", directory.FullName);

        run.ExitCode.ShouldBe(0);
        run.Story.ShouldContain("setting: from cake.config");
        run.Story.ShouldContain($"in {directory.Name}");
        directory.Delete(recursive: true);
    }

    [Theory]
    [InlineData("Error: The working directory '/nowhere/at/all' does not exist. Create it, or name another one with --working.", "-w", "/nowhere/at/all")]
    [InlineData("Error: The value 'loud' is not a valid verbosity. Use quiet, minimal, normal, verbose or diagnostic.", "-v", "loud")]
    [InlineData("Error: The option --target needs a value, as in --target=VALUE.", "--target")]
    [InlineData("Error: The option --tree is either true or false, not 'maybe'.", "--tree=maybe")]
    [InlineData("Error: The argument 'Compile' has no option before it. A target is named with --target=Compile; --help lists the options.", "Compile")]
    public async Task A_mistake_is_one_message_and_exit_code_1(string message, params string[] arguments)
    {
        var run = await SampleBuild.RunAsync(arguments);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldBe([message]);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_report_leaves_out_the_report()
    {
        var with = await SampleBuild.RunAsync("--target=Clean");
        var without = await SampleBuild.RunAsync("--target=Clean", "--no-report");

        with.Output.ShouldContain(line => line.StartsWith("Total:", StringComparison.Ordinal));
        without.Output.ShouldNotContain(line => line.StartsWith("Total:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Quiet_says_nothing_but_errors()
    {
        var run = await SampleBuild.RunAsync("--target=Clean", "--verbosity", "quiet", "--no-report");

        run.ExitCode.ShouldBe(0);
        run.Story.ShouldBeEmpty();
    }
}
