using Slipway.Testing;

namespace Cake.Frosting.Tests;

public sealed class InformationSpecs
{
    [Fact]
    public async Task The_tree_shows_what_each_task_needs()
    {
        var run = await SampleBuild.RunAsync("--tree");

        run.ExitCode.ShouldBe(0);
        run.Story.ShouldBeEmpty();
        Golden.ShouldBe(string.Join('\n', run.Output) + "\n", "tree.txt");
    }

    [Fact]
    public async Task The_description_lists_the_tasks()
    {
        var run = await SampleBuild.RunAsync("--description");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain(line => line.StartsWith("Clean ", StringComparison.Ordinal) && line.EndsWith("Removes what earlier builds left", StringComparison.Ordinal));
        run.Story.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_version_is_that_of_Cake()
    {
        var run = await SampleBuild.RunAsync("--version");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe(["7.0.0"]);
    }

    [Fact]
    public async Task The_info_names_the_version_in_detail()
    {
        var run = await SampleBuild.RunAsync("--info");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Version: 7.0.0");
    }

    [Fact]
    public async Task The_help_lists_every_option()
    {
        var run = await SampleBuild.RunAsync("--help");

        run.ExitCode.ShouldBe(0);
        Golden.ShouldBe(string.Join('\n', run.Output) + "\n", "help.txt");
    }

    [Theory]
    [InlineData("Usage: build [options]", "--version", "--help")]
    [InlineData("7.0.0", "--version", "--info")]
    [InlineData("7.0.0", "--target=FailPlainly", "--version", "--tree")]
    public async Task Of_several_requests_the_most_harmless_is_answered(string firstLine, params string[] arguments)
    {
        var run = await SampleBuild.RunAsync(arguments);

        run.ExitCode.ShouldBe(0);
        run.Output[0].ShouldBe(firstLine);
        run.Story.ShouldBeEmpty();
    }
}
