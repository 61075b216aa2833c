using Slipway.EndToEnd.Applications;

namespace Slipway.EndToEnd.Deployments;

public sealed class FailedDeployments(DeployedHelloBot deployed) : IClassFixture<DeployedHelloBot>
{
    private const int NotReady = 7;
    private readonly HelloBot _bot = deployed.Bot;

    [Fact]
    public Task A_release_that_never_gets_healthy_is_removed_while_the_old_one_serves_every_request() => FailsAsync(
        () =>
        {
            _bot.Edit("slipway.yaml", "drain: 4s, ", "drain: 4s, ready: 8s, ");
            _bot.Set("EXPECTED_REVISION", "9999");
        },
        () =>
        {
            _bot.Edit("slipway.yaml", "ready: 8s, ", string.Empty);
            _bot.Set("EXPECTED_REVISION", string.Empty);
        },
        "was not ready after",
        "503",
        "listens on port 8080");

    [Fact]
    public Task A_release_that_crashes_at_boot_is_removed_and_its_traceback_shown() => FailsAsync(
        () => _bot.Set("BOOT_SECONDS", "not-a-number"),
        () => _bot.Set("BOOT_SECONDS", "0"),
        "ended with exit code 1 before it was ready",
        "could not convert string to float: 'not-a-number'");

    [Fact]
    public Task A_wrong_port_is_told_together_with_the_port_that_the_container_listens_on() => FailsAsync(
        () =>
        {
            _bot.Edit("slipway.yaml", "port: 8080, ", "port: 8090, ready: 8s, ");
            _bot.Set("POOL_MAX", "9");
        },
        () =>
        {
            _bot.Edit("slipway.yaml", "port: 8090, ready: 8s, ", "port: 8080, ");
            _bot.Set("POOL_MAX", "5");
        },
        ":8090/healthz",
        "the container listens on 8080: is \"port\" in slipway.yaml right?");

    [Fact]
    public Task A_smoke_test_that_fails_through_the_proxy_keeps_the_old_release() => FailsAsync(
        () =>
        {
            _bot.Edit("slipway.yaml", "smoke: [/version]", "smoke: [/no-such-page]");
            _bot.Set("POOL_MAX", "8");
        },
        () =>
        {
            _bot.Edit("slipway.yaml", "smoke: [/no-such-page]", "smoke: [/version]");
            _bot.Set("POOL_MAX", "5");
        },
        "/no-such-page",
        "404");

    [Fact]
    public async Task A_build_that_fails_leaves_everything_as_it_was()
    {
        var containers = await _bot.ContainerIdsAsync();
        _bot.Edit("Dockerfile", "USER bot", "RUN echo the-build-breaks-here && false");

        var result = await _bot.RunAsync("Deploy");
        _bot.Edit("Dockerfile", "RUN echo the-build-breaks-here && false", "USER bot");

        result.ShouldHaveEndedWith(1).Text.ShouldContain("the-build-breaks-here");
        (await _bot.ContainerIdsAsync()).ShouldBe(containers);
        (await _bot.VolumesAsync()).ShouldNotContain(v => v.Contains("lock", StringComparison.Ordinal));
    }

    private async Task FailsAsync(Action spoil, Action mend, params IEnumerable<string> told)
    {
        var (containers, version) = (await _bot.ContainerIdsAsync(), await _bot.ServedVersionAsync());
        await using var load = _bot.StartLoad();

        spoil();
        ProgramResult result;
        try
        {
            result = await _bot.RunAsync("Deploy");
        }
        finally
        {
            mend();
        }

        result.ShouldHaveEndedWith(NotReady);
        told.ShouldAllBe(t => result.Text.Contains(t, StringComparison.Ordinal), result.ToString());
        result.Text.ShouldContain("the old release still serves");
        result.Text.ShouldContain("the log of ");
        await load.ShouldHaveLostNothingAsync();
        (await _bot.ContainerIdsAsync()).ShouldBe(containers);
        (await _bot.ServedVersionAsync()).ShouldBe(version);
        (await _bot.VolumesAsync()).ShouldNotContain(v => v.Contains("lock", StringComparison.Ordinal));
        (await _bot.QueryAsync("select count(*) from poller_overlaps")).ShouldBe("0");
    }

}
