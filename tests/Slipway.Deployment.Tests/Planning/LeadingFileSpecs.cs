using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>A file by which a Traefik finds the gateway.</summary>
public sealed class LeadingFileSpecs
{
    [Fact]
    public void It_is_written_once_what_it_leads_to_serves_and_by_no_later_deployment()
    {
        var shop = Shop("[shop.test]");
        var first = Switching(shop.Plan());
        var written = shop.Plan().Context.Environment.Leading!.Content;
        var deployed = shop.Deploy().With(o => o with { TraefikFile = written });

        var (write, wait) = (first.FindIndex(c => c == "write traefik/shop.yml"), first.FindIndex(c => c.StartsWith("wait 3 s until Traefik", StringComparison.Ordinal)));
        wait.ShouldBe(write + 1);
        written.ShouldContain("rule: 'Host(`shop.test`)'");
        written.ShouldContain("- url: http://web:");
        Switching(deployed.WithSources("source-2").Plan()).ShouldNotContain("write traefik/shop.yml");
        deployed.Plan().Context.ChangesAnything.ShouldBeFalse();
    }

    [Fact]
    public void A_host_that_changes_is_a_deployment_and_what_fails_puts_the_earlier_one_back()
    {
        var shop = Shop("[shop.test]");
        var deployed = shop.Deploy().With(o => o with { TraefikFile = shop.Plan().Context.Environment.Leading!.Content });

        var changed = deployed.With(Shop("[new.test]").Application).Plan();

        changed.Context.ChangesAnything.ShouldBeTrue();
        Files(changed.Phases.Single(p => p.Name == "Switch").Steps).ShouldHaveSingleItem().Content.ShouldContain("new.test");
        Files(changed.Phases.Single(p => p.Name == "Switch").Undo).ShouldHaveSingleItem().Content.ShouldContain("shop.test");
    }

    [Fact]
    public void A_file_of_somebody_else_is_not_written_over()
    {
        var refusals = Shop("[shop.test]").With(o => o with { TraefikFile = "http: {}\n" }).Plan().Refusals;

        refusals.ShouldHaveSingleItem().Message.ShouldBe("traefik/shop.yml is not a file that Slipway wrote for shop, and would be lost");
    }

    private static List<string> Switching(DeploymentPlan plan) => [.. plan.Phases.Single(p => p.Name == "Switch").Steps.Select(s => s.Command)];

    private static IEnumerable<WriteFileStep> Files(IEnumerable<Step> steps) => steps.OfType<WriteFileStep>();

    private static Scene Shop(string hosts) => Scene.Shop(settings: yaml => Settings(yaml, hosts));

    private static string Settings(string yaml, string hosts) => yaml
        .Replace("proxy: {", "proxy: {traefik: {file: traefik/shop.yml}, ", StringComparison.Ordinal)
        .Replace("web: {", $"web: {{hosts: {hosts}, ", StringComparison.Ordinal);
}
