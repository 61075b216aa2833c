using Slipway.Deployment.Planning;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>What waits for another service of the release is started after it.</summary>
public sealed class OrderSpecs
{
    [Fact]
    public void A_broker_that_must_run_once_is_up_before_what_waits_for_it_the_first_time()
    {
        var plan = Shop().Plan();

        Commands(plan, "StartSlot").Skip(1).Take(2).ShouldBe(["docker start shop-broker-blue-1", "await shop-broker-blue-1"]);
        Commands(plan, "Switch").ShouldNotContain(c => c.Contains("broker", StringComparison.Ordinal));
    }

    [Fact]
    public void From_then_on_it_is_handed_over_at_the_switch()
    {
        var plan = (Shop().Deploy() with { Application = Shop("registry.example/broker:2").Application }).Plan();

        Commands(plan, "StartSlot").ShouldNotContain(c => c.StartsWith("docker start", StringComparison.Ordinal) && c.Contains("broker", StringComparison.Ordinal));
        Commands(plan, "Switch").ShouldContain("docker start shop-broker-green-1");
    }

    [Fact]
    public void What_is_handed_over_follows_the_order_in_which_services_wait()
    {
        var plan = Scene.Shop(
            s => s.Replace("worker: {strategy: rolling}", "second: {strategy: handoff}\n  first: {strategy: handoff}", StringComparison.Ordinal),
            c => c.Replace(
                "\"worker\": {", "\"first\":{\"image\":\"x:1\"},\"second\":{\"image\":\"x:1\",\"depends_on\":{\"first\":{\"condition\":\"service_started\"}}},\"worker\": {",
                StringComparison.Ordinal)).Plan();

        plan.Context.Application.Slotted.Select(s => s.Name).ShouldBe(["web", "api", "first", "second"]);
        plan.Context.Application.WaitsFor("second", "first").ShouldBeTrue();
        plan.Context.Application.WaitsFor("first", "second").ShouldBeFalse();
    }

    private static Scene Shop(string broker = "registry.example/broker:1") => Scene.Shop(
        s => s.Replace("services:\n", "services:\n  broker: {strategy: handoff}\n", StringComparison.Ordinal),
        c => c.Replace("\"services\": {", "\"services\": {\"broker\":{\"image\":\"" + broker + "\"},", StringComparison.Ordinal)
            .Replace("\"web\": {", "\"web\": {\"depends_on\":{\"broker\":{\"condition\":\"service_started\"}},", StringComparison.Ordinal));

    private static List<string> Commands(DeploymentPlan plan, string phase) => [.. plan.Of(phase).Steps.Select(s => s.Command)];
}
