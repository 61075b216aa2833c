using System.Net;
using Slipway.Deployment.Fronts;
using Slipway.Deployment.Observation;

namespace Slipway.Deployment.Tests.Planning;

public sealed class TakeOverSpecs
{
    [Fact]
    public void What_looks_up_names_once_starts_when_they_lead_to_the_gateway_alone_also_behind_a_front()
    {
        var scene = Scene.Shop(
            s => s.Replace("proxy: {", "proxy: {behind: front, ", StringComparison.Ordinal),
            c => c.Replace("registry.example/shop-web:1", "nginx:1.28", StringComparison.Ordinal)
                .Replace("\"services\": {", "\"services\": {\"front\":{\"image\":\"nginx:1.28\",\"networks\":{\"default\":null}},", StringComparison.Ordinal));
        var plain = scene.With(o => o with { Containers = [.. new[] { "front", "web", "api" }.Select(Plain)] });

        var commands = plain.Plan().Of("Switch").Steps.Select(s => s.Command).ToList();

        const string Tell = "docker exec shop-front-1 nginx -s reload";
        commands.Where(c => c == Tell || c.StartsWith("docker stop", StringComparison.Ordinal) || c.StartsWith("docker start", StringComparison.Ordinal))
            .ShouldBe(["docker start shop-worker-1", "docker start shop-worker-2", Tell, "docker stop -t 1 shop-web-1 shop-api-1", Tell, "docker start shop-web-blue-1"]);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(", auth: users", true)]
    public void Users_may_be_asked_who_they_are_from_now_on_where_slipway_yaml_says_so(string auth, bool may)
    {
        var scene = Scene.Shop(s => s.Replace("drain: 10s", "drain: 10s" + auth, StringComparison.Ordinal));
        var plain = scene.With(o => o with { Containers = [.. new[] { "web", "api" }.Select(Plain)] });

        var asked = plain.Plan().Of("Switch").Steps.OfType<AskFrontStep>().ShouldHaveSingleItem();

        asked.Requests.ShouldNotBeEmpty();
        asked.Requests.ShouldAllBe(r => r.MayBeAskedWho == may);
    }

    private static ContainerObservation Plain(string service) => new(
        $"{service}-id", $"shop-{service}-1", service, "sha256:plain", "running", "Up 2 minutes", Scene.Morning, new Dictionary<string, string>(), new Dictionary<string, IPAddress>(), []);
}
