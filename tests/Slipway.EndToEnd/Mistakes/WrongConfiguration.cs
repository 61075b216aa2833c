using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Mistakes;

public sealed class WrongConfiguration(SlipwayProgram program)
{
    private const int BadConfiguration = 4;

    [Fact]
    public Task Several_mistakes_in_slipway_yaml_are_told_at_once_each_with_its_place_and_the_nearest_name() => RefusesAsync(
        bot =>
        {
            bot.Edit("slipway.yaml", "poller: {strategy: handoff}", "poller: {stratgy: handoff}");
            bot.Edit("slipway.yaml", "db:     {strategy: stateful}", "db:     {strategy: statful}");
            bot.Edit("slipway.yaml", "listen: 80", "listen: 80000");
            bot.Edit("slipway.yaml", "tool: alembic", "tool: alembik");
        },
        "slipway.yaml:10:12: ", "\"stratgy\"", "did you mean \"strategy\"?",
        "slipway.yaml:11:22: ", "\"statful\"", "did you mean \"stateful\"?",
        "slipway.yaml:7:11: ", "80000",
        "slipway.yaml:17:9: ", "\"alembik\"");

    [Fact]
    public Task A_slipway_yaml_that_is_no_yaml_is_told_with_the_place() => RefusesAsync(
        bot => bot.Edit("slipway.yaml", "services:", "services: ["),
        "slipway.yaml:", "this is no YAML");

    [Fact]
    public Task A_missing_compose_file_is_told_with_the_one_that_is_there() => RefusesAsync(
        bot => bot.Edit("slipway.yaml", "compose: compose.yaml", "compose: compose.yml"),
        "compose.yml does not exist", "did you mean \"compose.yaml\"?");

    [Fact]
    public Task A_mistake_in_the_compose_file_is_told_in_the_words_of_compose() => RefusesAsync(
        bot => bot.Edit("compose.yaml", "services:", "servces:"),
        "compose.yaml", "servces");

    [Fact]
    public Task An_unknown_service_is_told_with_the_nearest_one() => RefusesAsync(
        bot => bot.Edit("slipway.yaml", "poller: {", "polller: {"),
        "slipway.yaml:10:", "has no service \"polller\"", "did you mean \"poller\"?");

    [Fact]
    public Task A_port_that_the_compose_file_contradicts_is_told_with_the_right_one() => RefusesAsync(
        bot =>
        {
            bot.Edit("slipway.yaml", "port: 8080", "port: 9090");
            bot.Edit("compose.yaml", "    healthcheck:\n      test: [\"CMD\", \"python3\"", "    expose: [\"8080\"]\n    healthcheck:\n      test: [\"CMD\", \"python3\"");
        },
        "slipway.yaml:9:", "has port 9090 here, but the compose file says 8080");

    [Fact]
    public async Task A_folder_without_slipway_yaml_is_told_and_no_folder_at_all_too()
    {
        await using var bot = await HelloBot.CreateAsync(program);
        File.Delete(Path.Combine(bot.Folder, "slipway.yaml"));

        (await bot.RunAsync("Deploy")).ShouldHaveEndedWith(BadConfiguration).Text.ShouldContain("slipway.yaml: there is no such file");
        (await RunningProgram.RunAsync([.. program.Command, "--target=Plan", "--app=/no/such/folder"])).ShouldHaveEndedWith(BadConfiguration).Text.ShouldContain("/no/such/folder");
    }

    private async Task RefusesAsync(Action<HelloBot> spoil, params IReadOnlyList<string> told)
    {
        await using var bot = await HelloBot.CreateAsync(program);
        spoil(bot);

        var result = await bot.RunAsync("Deploy");

        result.ShouldHaveEndedWith(BadConfiguration);
        told.ShouldAllBe(t => result.Errors.Contains(t, StringComparison.Ordinal), result.ToString());
        result.Errors.ShouldNotContain("   at Slipway.");
        (await bot.ContainersAsync()).ShouldBeEmpty();
        (await bot.NetworksAsync()).ShouldBeEmpty();
        (await bot.VolumesAsync()).ShouldBeEmpty();
        Directory.Exists(Path.Combine(bot.Folder, ".slipway")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("haproxy")]
    [InlineData("caddy")]
    public async Task A_line_of_the_user_s_own_that_the_proxy_does_not_take_is_told_where_it_stands(string proxy)
    {
        await using var bot = await HelloBot.CreateAsync(program, proxy);
        bot.Edit("slipway.yaml", "  service: proxy", "  extra: |\n    # mine\n    frobnicate on;\n  service: proxy");
        var line = (await File.ReadAllLinesAsync(Path.Combine(bot.Folder, "slipway.yaml"), TestContext.Current.CancellationToken)).ToList().IndexOf("    frobnicate on;") + 1;

        var result = await bot.RunAsync("Deploy");

        result.ShouldHaveEndedWith(BadConfiguration).Errors.ShouldContain($"slipway.yaml:{line}:5: {proxy} does not take this in \"extra\", nothing was changed: ");
        (await bot.ContainersAsync()).ShouldBeEmpty();
        (await bot.VolumesAsync()).ShouldBeEmpty();
    }
}
