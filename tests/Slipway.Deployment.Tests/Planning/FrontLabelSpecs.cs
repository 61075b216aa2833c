using System.Net;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>Labels by which a front finds services, on the gateways.</summary>
public sealed class FrontLabelSpecs
{
    private const string Labels = "\"labels\": {\"traefik.enable\": \"true\", \"traefik.http.routers.web.rule\": \"Host(`shop.test`)\"}, ";

    [Fact]
    public void What_Traefik_finds_has_a_gateway_of_its_own_with_its_labels_and_the_other_one_none()
    {
        var plain = Scene.Shop().Plan().Context.Layout.Gateways;
        var labelled = Shop(Labels).Plan().Context.Layout.Gateways;

        plain.ShouldHaveSingleItem().Answers.Order().ShouldBe(["api", "web"]);
        labelled.Select(g => string.Join(' ', g.Answers)).Order().ShouldBe(["api", "web"]);
        labelled.Single(g => g.Answers.Contains("api")).FrontLabels.ShouldBeEmpty();
        labelled.Single(g => g.Answers.Contains("web")).FrontLabels.Select(l => l.Key).ShouldBe(
            ["traefik.enable", "traefik.http.routers.web.rule", "traefik.http.services.web-shop.loadbalancer.server.port", "traefik.docker.network"], ignoreOrder: true);
    }

    [Fact]
    public void A_take_over_waits_until_Traefik_has_seen_the_gateway_and_later_deployments_do_not()
    {
        var running = Shop(Labels).With(o => o with
        {
            Containers =
            [
                new(
                    "1", "shop-web-1", "web", "sha256:old", "running", "Up 1 hour", Scene.Morning.AddHours(-1),
                    new Dictionary<string, string>(), new Dictionary<string, IPAddress>(), []),
            ],
        });

        var takeOver = running.Plan().Phases.Single(p => p.Name == "Switch").Steps.Select(s => s.Command).ToList();
        var later = running.Deploy().WithSources("source-2").Plan().Phases.Single(p => p.Name == "Switch").Steps.Select(s => s.Command);

        var (wait, end) = (Index(takeOver, "wait 3 s until Traefik"), Index(takeOver, "docker stop shop-web-1"));
        wait.ShouldBeInRange(1, end - 1);
        later.ShouldNotContain(c => c.StartsWith("wait", StringComparison.Ordinal));
    }

    [Fact]
    public void A_changed_label_is_told_and_needs_consent()
    {
        var deployed = Shop(Labels).Deploy();
        var changed = deployed.With(Shop(Labels.Replace("shop.test", "new.test", StringComparison.Ordinal)).Application);

        changed.Plan().Context.Environment.Gateways.Where(g => g.IsLeftAlone).Select(g => g.Gateway.Answers.Single()).ShouldBe(["web"]);
    }

    private static int Index(List<string> commands, string start) => commands.FindIndex(c => c.StartsWith(start, StringComparison.Ordinal));

    private static Scene Shop(string labels) => Scene.Shop(compose: json => json.Replace("\"web\": {", $"\"web\": {{{labels}", StringComparison.Ordinal));
}
