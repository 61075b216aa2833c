using System.Reflection;
using Cake.Frosting;
using Slipway.Engine.Errors;
using Slipway.Hosts;
using Slipway.Options;

namespace Slipway.Tests.Hosts;

public sealed class UsageSpecs
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [Theory]
    [InlineData("--target=Deploy", "--dryrum")]
    [InlineData("--target=Deploy", "--alow-contracting")]
    [InlineData("--target", "Deploy", "--consnet=db")]
    [InlineData("--target=Lint", "--fial-on=error")]
    public void An_option_that_nobody_knows_is_refused_with_the_one_that_was_meant(params string[] arguments)
    {
        var code = Run(arguments);

        code.ShouldBe((int)ExitCode.BadConfiguration);
        _errors.ToString().ShouldContain($"there is no option {arguments[^1].Split('=')[0]}");
        _errors.ToString().ShouldContain("did you mean \"");
        _output.ToString().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--target=Deploy", "--app=shop", "--host=ssh://root@shop", "--release=1", "--consent=db", "--allow-contracting", "--json", "--jobs=2")]
    [InlineData("-t", "Lint", "-v", "diagnostic", "--exclusive", "--no-report", "--dry-run")]
    [InlineData("--target=Lint", "--fail-on=error", "--no-shellcheck", "--forecast=5")]
    [InlineData("--TARGET=Deploy", "--settings_skipverification=true", "--quick")]
    public void An_option_that_somebody_knows_is_for_them(params string[] arguments)
    {
        Run(arguments).ShouldBeNull();

        _errors.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void Help_names_every_exit_code_and_every_option()
    {
        Run("--help").ShouldBe(0);

        var text = _output.ToString();
        Enum.GetValues<ExitCode>().ShouldAllBe(c => text.Contains($"\n    {(int)c}  ", StringComparison.Ordinal));
        OptionNames.Deployment.ShouldAllBe(o => text.Contains("--" + o, StringComparison.Ordinal));
        text.ShouldContain("  Rollback  Goes back");
    }

    [Fact]
    public void Help_says_of_each_target_what_its_task_says()
    {
        foreach (var (target, text) in TargetDescriptions.All)
        {
            var task = typeof(SlipwayHost).Assembly.GetType($"Slipway.Phases.{target}").ShouldNotBeNull();

            task.GetCustomAttribute<TaskNameAttribute>()!.Name.ShouldBe(target);
            task.GetCustomAttribute<TaskDescriptionAttribute>()!.Description.ShouldBe(text);
        }
    }

    [Fact]
    public void A_call_without_arguments_is_answered_by_the_help_as_an_error()
    {
        Run().ShouldBe((int)ExitCode.BadConfiguration);

        _errors.ToString().ShouldStartWith("Usage: ./build.sh --target=TARGET");
    }

    private int? Run(params string[] arguments) => UsageHost.Run(CommandLineOptions.Read(arguments, AppContext.BaseDirectory, "quick"), new Usage("./build.sh", new Dictionary<string, string> { ["quick"] = "Bench: less" }), _output, _errors);
}
