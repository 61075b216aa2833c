using Slipway.Engine.Errors;
using Slipway.Options;
using Slipway.Phases;

namespace Slipway.Tests.Hosts;

/// <summary>The command line, read once for everybody.</summary>
public sealed class OptionSpecs
{
    [Fact]
    public void Without_options_everything_is_as_it_should_be()
    {
        var commandLine = Read("--target=Plan");
        var session = commandLine.Session();

        session.Folder.ShouldBe(AppContext.BaseDirectory);
        (session.Host, session.Request.Release, session.Request.AllowContracting, commandLine.Json).ShouldBe((null, null, false, false));
        session.Request.Consents.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--release=v1")]
    [InlineData("--release", "v1")]
    [InlineData("--release=v0", "--release=v1")]
    public void A_value_follows_an_equals_sign_or_a_space_and_the_last_one_wins(params string[] arguments) =>
        Read(arguments).Session().Request.Release.ShouldBe("v1");

    [Theory]
    [InlineData("--target=Rollback")]
    [InlineData("--target", "Rollback")]
    [InlineData("-t", "rollback")]
    [InlineData("-t=ROLLBACK")]
    [InlineData("--TARGET=Rollback")]
    [InlineData("--dryrun", "--target", "Rollback")]
    public void A_target_means_the_same_in_every_form(params string[] arguments)
    {
        var commandLine = Read(arguments);

        commandLine.Problem.ShouldBeNull();
        commandLine.IsRollback.ShouldBeTrue();
        commandLine.Session().Request.ShouldSatisfyAllConditions(r => r.IsWarmRollback.ShouldBeTrue(), r => r.Kept.ShouldBeFalse(), r => r.Action.ShouldBe("Rollback"));
    }

    [Theory]
    [InlineData("--target=Lint", "--fail-on=error")]
    [InlineData("--fail-on", "error", "-t", "Lint")]
    [InlineData("--target", "lint", "--forecast", "5")]
    [InlineData("-t=Lint", "--no-shellcheck", "--apply")]
    public void A_host_takes_what_is_for_it_alone_in_every_form(params string[] arguments) => Read(arguments).IsOnly("Lint", OptionNames.Lint).ShouldBeTrue();

    [Theory]
    [InlineData("--target=Lint", "--target=Plan")]
    [InlineData("--target=Lint", "--jobs=2")]
    [InlineData("--target=Lint", "word")]
    [InlineData("-t", "Lint", "-v", "diagnostic")]
    public void What_is_for_others_too_goes_to_Cake(params string[] arguments) => Read(arguments).IsOnly("Lint", OptionNames.Lint).ShouldBeFalse();

    [Theory]
    [InlineData("--target=Deploy --verbosity=diagnostic --exclusive", "-t", "Deploy", "-v", "diagnostic", "-e")]
    [InlineData("--target=A --target=B --tree", "--target", "A", "-t=B", "--tree")]
    [InlineData("word --target=A", "word", "--target=A")]
    public void Cake_gets_the_form_that_it_knows(string expected, params string[] arguments) =>
        string.Join(' ', Read(arguments).ForCake(_ => true)).ShouldBe(expected);

    [Fact]
    public void A_rollback_to_a_named_release_is_cold()
    {
        var request = Read("--target=Rollback", "--release=v1").Session().Request;

        (request.Kept, request.IsWarmRollback, request.Release, request.Action).ShouldBe((true, false, "v1", "Rollback"));
    }

    [Fact]
    public void A_flag_needs_no_value()
    {
        var commandLine = Read("--json", "--allow-contracting");

        commandLine.Json.ShouldBeTrue();
        commandLine.Session().Request.AllowContracting.ShouldBeTrue();
    }

    [Theory]
    [InlineData("--json=false")]
    [InlineData("--json", "false")]
    public void A_flag_may_be_switched_off(params string[] arguments) => Read(arguments).Json.ShouldBeFalse();

    [Fact]
    public void A_flag_takes_no_word_that_is_not_its_own()
    {
        var commandLine = Read("--json", "--release=v1", "--allow-contracting", "Plan");

        commandLine.Json.ShouldBeTrue();
        commandLine.Session().Request.ShouldSatisfyAllConditions(r => r.Release.ShouldBe("v1"), r => r.AllowContracting.ShouldBeTrue());
        commandLine.Words.ShouldBe(["Plan"]);
    }

    [Fact]
    public void Consents_are_listed_or_repeated() =>
        Read("--consent=db,cache", "--consent", "proxy").Session().Request.Consents.ShouldBe(["db", "cache", "proxy"], ignoreOrder: true);

    [Theory]
    [InlineData("--app=/nowhere/at/all", "--app: there is no folder /nowhere/at/all")]
    [InlineData("--release=a b", "--release: \"a b\" can't be the tag of an image")]
    [InlineData("--release=-x", "--release: \"-x\" can't be the tag of an image")]
    [InlineData("--release=ä", "--release: \"ä\" can't be the tag of an image")]
    public void A_wrong_value_is_told_with_its_option(string argument, string message)
    {
        var error = Should.Throw<SlipwayException>(() => Read(argument).Session());

        error.Code.ShouldBe(ExitCode.BadConfiguration);
        error.Message.ShouldStartWith(message);
        error.Message.ShouldContain("  -> ");
    }

    [Theory]
    [InlineData("--release lacks its value", "--release=")]
    [InlineData("--host lacks its value", "--host")]
    [InlineData("--target lacks its value", "-t", "--json")]
    public void A_value_that_is_missing_is_a_mistake_by_itself(string message, params string[] arguments) =>
        Read(arguments).Problem.ShouldNotBeNull().ShouldSatisfyAllConditions(p => p.ShouldStartWith(message), p => p.ShouldContain("  -> write "));

    [Theory]
    [InlineData("--jobs must be a whole number from 1 up, not \"0\"", "--jobs=0")]
    [InlineData("--jobs must be a whole number from 1 up, not \"-1\"", "--jobs=-1")]
    [InlineData("--verbosity can't be \"loud\"", "--verbosity=loud")]
    [InlineData("--json is on or off: it can't be \"maybe\"", "--json=maybe")]
    [InlineData("--allow-contracting is on or off: it can't be \"yes\"", "--allow-contracting=yes")]
    [InlineData("there is no option -x", "-x")]
    [InlineData("there is no option --jason (did you mean \"json\"?)", "--jason")]
    [InlineData("\"Deploy\" belongs to no option", "Deploy")]
    [InlineData("--exclusive: Deploy alone", "--target=Deploy", "--exclusive")]
    [InlineData("--exclusive: switch alone", "-e", "--target=switch")]
    [InlineData("--exclusive: SmokeTest alone", "--target=Lint", "--target=SmokeTest", "--exclusive")]
    [InlineData("Deploy and Rollback can't be asked for in one command", "--target=Deploy", "--target=Rollback")]
    [InlineData("Backup is a phase of a deployment and can't be asked for with Rollback", "--target=Backup", "--target=Rollback")]
    [InlineData("Plan would tell of what was before", "--target=Deploy", "--target=Plan")]
    [InlineData("Status would tell of what was before", "--target=SmokeTest", "--target=Status")]
    public void What_nobody_can_mean_is_a_mistake_by_itself(string message, params string[] arguments) => Read(arguments).Problem.ShouldNotBeNull().ShouldStartWith(message);

    [Theory]
    [InlineData("--target=Preflight", "--exclusive")]
    [InlineData("--target=Lint", "--exclusive")]
    [InlineData("--target=Plan", "--target=Deploy")]
    [InlineData("--target=Status", "--target=Rollback")]
    [InlineData("--target=Backup", "--target=Deploy")]
    [InlineData("--target=Backup")]
    [InlineData("-v", "d", "--jobs", "4", "--json=false")]
    public void What_makes_sense_is_no_mistake(params string[] arguments) => Read(arguments).Problem.ShouldBeNull();

    [Theory]
    [InlineData("SmokeTest", "--target=SmokeTest")]
    [InlineData("SmokeTest", "--target=smoketest", "--target=Backup")]
    [InlineData(null, "--target=Backup", "--target=Deploy")]
    [InlineData(null, "--target=Plan")]
    public void A_phase_as_target_is_as_far_as_a_run_goes(string? until, params string[] arguments) => Read(arguments).Session().Request.Until.ShouldBe(until);

    [Fact]
    public void The_phases_that_options_know_are_those_of_the_graph() => TargetRules.Phases.ShouldBe(PhaseGraph.Deployment.Select(p => p.Name));

    [Fact]
    public void A_target_that_nobody_has_is_told_with_the_nearest_one() =>
        TargetRules.Unknown(["Plan", "Deplyo"], ["Plan", "Deploy", "Status"]).ShouldNotBeNull().ShouldStartWith("there is no target Deplyo (did you mean \"Deploy\"?)");

    private static CommandLineOptions Read(params string[] arguments) => CommandLineOptions.Read(arguments, AppContext.BaseDirectory);
}
