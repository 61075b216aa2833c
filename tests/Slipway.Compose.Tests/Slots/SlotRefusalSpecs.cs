using System.Text;
using Slipway.Compose.Files;
using Slipway.Compose.Slots;
using Slipway.Compose.Tests.Oracle;

namespace Slipway.Compose.Tests.Slots;

public sealed class SlotRefusalSpecs
{
    private static readonly ComposeSources Sources = ComposeSources.Read([new("compose.yaml", "")], _ => null).Sources!;

    [Theory]
    [InlineData("""{"bot":{"network_mode":"host"}}""", "services.bot.network_mode")]
    [InlineData("""{"bot":{"networks":{"default":{"ipv4_address":"172.20.0.2"}}}}""", "services.bot.networks.default")]
    [InlineData("""{"bot":{"mac_address":"02:42:ac:11:65:43"}}""", "services.bot.mac_address")]
    [InlineData("""{"bot":{"ports":[{"target":8080,"published":"8000-8010","protocol":"tcp"}]}}""", "services.bot.ports: 8000-8010:8080/tcp")]
    [InlineData("""{"bot":{},"web":{"links":["bot:db"]},"db":{}}""", "services.web.links")]
    [InlineData("""{"bot":{},"web":{"links":["bot:api"]},"job":{"links":["db:api"]},"db":{}}""", "services.web.links")]
    [InlineData("""{"bot":{},"web":{"network_mode":"bridge","links":["bot:api"]}}""", "services.web.links")]
    [InlineData("""{"bot":{},"web":{"network_mode":"service:bot"}}""", "services.web.network_mode")]
    [InlineData("""{"bot":{},"web":{"volumes_from":["bot:ro"]}}""", "services.web.volumes_from")]
    [InlineData("""{"bot":{},"web":{"pid":"service:bot"}}""", "services.web.pid")]
    [InlineData("""{"bot":{},"bot-blue":{}}""", "services.bot-blue")]
    [InlineData("""{"bot":{},"slipway-migrate":{}}""", "services.slipway-migrate")]
    [InlineData("""{"bot":{},"web":{"profiles":["green"]}}""", "services.web.profiles")]
    [InlineData("""{"bot":{},"proxy":{"network_mode":"host"}}""", "services.proxy.network_mode")]
    [InlineData("""{"bot":{},"proxy":{"scale":2}}""", "services.proxy.scale")]
    [InlineData("""{"bot":{"ports":[{"target":8080,"published":"80"}]},"proxy":{"ports":[{"target":80,"published":"80"}]}}""", "services.bot.ports")]
    [InlineData("""{"web":{}}""", "slipway.yaml: services.bot")]
    public void What_cannot_work_is_refused_at_its_place(string services, string place)
    {
        var model = Model(services);

        var refusals = HelloBot.Refusals(model, Request());

        refusals.Select(refusal => refusal.Place).ShouldContain(place);
        refusals.ShouldAllBe(refusal => refusal.Remedy.Length > 0);
    }

    [Fact]
    public void Every_reason_is_given_at_once()
    {
        var model = Model("""{"bot":{"network_mode":"host","mac_address":"02:42:ac:11:65:43"}}""");

        HelloBot.Refusals(model, Request()).Length.ShouldBe(2);
    }

    [Fact]
    public void A_blue_green_service_needs_a_proxy()
    {
        var refusals = HelloBot.Refusals(Model("""{"bot":{}}"""), Request() with { Proxies = [] });

        refusals.ShouldHaveSingleItem().ToString().ShouldBe("slipway.yaml: proxy: bot is blue-green and needs a proxy; name one");
    }

    [Fact]
    public void A_proxy_that_the_application_lacks_needs_an_image()
    {
        var proxy = Request().Proxies[0] with { Service = "edge", Image = null };

        var refusals = HelloBot.Refusals(Model("""{"bot":{}}"""), Request() with { Proxies = [proxy] });

        refusals.ShouldHaveSingleItem().Place.ShouldBe("slipway.yaml: proxy.service");
    }

    [Theory]
    [InlineData("172.31.250.1")]
    [InlineData("172.31.250.31")]
    [InlineData("172.31.251.4")]
    [InlineData("172.31.250.2")]
    [InlineData("somewhere")]
    public void An_address_that_a_slot_cannot_have_is_refused(string address)
    {
        var request = Request();
        request = request with { Services = [request.Services[0] with { Green = HelloBot.Slot("green", "2") with { Address = address } }] };

        HelloBot.Refusals(Model("""{"bot":{}}"""), request).ShouldHaveSingleItem().Message.ShouldContain("bot-green");
    }

    [Theory]
    [InlineData("""{"bot":{"container_name":"hello"}}""", "services.bot.container_name")]
    [InlineData("""{"bot":{"deploy":{"replicas":3}}}""", "services.bot.deploy.replicas")]
    [InlineData("""{"bot":{"volumes":[{"type":"volume","source":"uploads","target":"/uploads"}]}}""", "services.bot.volumes: uploads:/uploads")]
    [InlineData("""{"bot":{"volumes":[{"type":"bind","source":"/var/run/docker.sock","target":"/var/run/docker.sock"}]}}""", "services.bot.volumes: /var/run/docker.sock:/var/run/docker.sock")]
    [InlineData("""{"bot":{"ports":[{"target":9229,"published":"9229","protocol":"tcp"}]}}""", "services.bot.ports: 9229:9229/tcp")]
    [InlineData("""{"bot":{"volumes":[{"type":"volume","target":"/uploads"}]}}""", "services.bot.volumes: /uploads")]
    [InlineData("""{"bot":{"build":{"context":"."},"volumes":[{"type":"bind","source":"./app","target":"/app","read_only":true}]}}""", "services.bot.volumes: ./app:/app")]
    public void What_works_differently_is_said(string services, string place)
    {
        var overlay = HelloBot.Generate(Model(services), Request());

        overlay.Warnings.ShouldHaveSingleItem().Place.ShouldBe(place);
    }

    [Theory]
    [InlineData("""{"bot":{"volumes":[{"type":"volume","source":"v","target":"/v","read_only":true},{"type":"tmpfs","target":"/tmp"}]}}""")]
    [InlineData("""{"bot":{"volumes":[{"type":"bind","source":"/srv/node","target":"/srv/node","read_only":true},{"type":"volume","target":"/srv/node/node_modules"}]}}""")]
    [InlineData("""{"bot":{"volumes":[{"type":"bind","source":"/var/run/docker.sock","target":"/var/run/docker.sock","read_only":true}]}}""")]
    public void A_mount_that_two_slots_can_share_is_nothing_to_warn_about(string services) =>
        HelloBot.Generate(Model(services), Request()).Warnings.ShouldBeEmpty();

    [Fact]
    public void A_handoff_service_shares_its_volumes_with_nobody()
    {
        var request = Request();
        var handoff = request with
        {
            Services = [new("bot", 0, new("bot:1", []), null)],
            Proxies = [],
            Network = null,
        };

        var overlay = HelloBot.Generate(Model("""{"bot":{"volumes":[{"type":"volume","source":"v","target":"/v"}]}}"""), handoff);

        overlay.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_port_of_a_service_is_published_by_the_proxy_that_answers_for_it()
    {
        var model = Model("""
            {"bot":{"ports":[{"target":8080,"published":"8001"}]},"api":{"ports":[{"target":8080,"published":"8002"},{"target":8080}]}}
            """);
        var api = new SlotService("api", 8080, new("api:1", [], "172.31.250.5"), null) { IsProxied = true, Overlaps = true };
        var second = Request().Proxies[0] with { Service = "proxy-2", Answers = ["api"], Address = HelloBot.Network.ProxyAddress(2) };
        var request = Request() with { Services = [Request().Services[0], api], Proxies = [Request().Proxies[0], second] };

        var listeners = request.Proxies.Select(p => SlotOverlay.ListenersFor(model, request, p));

        HelloBot.Generate(model, request).Warnings.ShouldBeEmpty();
        listeners.ShouldBe(
        [
            [new("bot", 8080), new("bot", 8080, "8001")],
            [new("api", 8080), new("api", 8080, "8002"), new("api", 8080, "0")],
        ]);
    }

    [Fact]
    public void A_port_on_which_the_proxy_has_routes_already_is_published_through_another()
    {
        var model = Model("""{"bot":{"ports":[{"target":8080,"published":"8001"},{"target":8080}]}}""");
        var proxy = Request().Proxies[0] with { ReservedPorts = [8080] };

        SlotOverlay.ListenersFor(model, Request(), proxy).ShouldBe([new("bot", 8080), new("bot", 8001, "8001") { Target = 8080 }, new("bot", 20_000, "0") { Target = 8080 }]);
    }

    private static SlotRequest Request()
    {
        var request = HelloBot.Request(Sources);
        return request with { Services = [request.Services[0]], Proxies = [request.Proxies[0] with { Image = "nginx:1.28" }] };
    }

    private static ComposeModel Model(string services) =>
        ComposeModel.Parse(Encoding.UTF8.GetBytes($$"""{"name":"hello-bot","services":{{services}}}""")).Model!;
}
