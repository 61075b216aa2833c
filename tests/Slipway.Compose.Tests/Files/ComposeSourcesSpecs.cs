using System.Collections.Immutable;
using Slipway.Compose.Files;
using Slipway.Compose.Slots;
using Slipway.Compose.Tests.Oracle;
using Slipway.Testing;

namespace Slipway.Compose.Tests.Files;

public sealed class ComposeSourcesSpecs
{
    private const string Base = """
        include: [parts/worker.yaml]
        services:
          web:
            build: .
            profiles: [optional]
            labels: ["owner=web team"]
            scale: 2
            networks: [front]
            ports: ["8000:8000", "9229:9229"]
            volumes: ["./static:/static:ro"]
          stats: {image: "stats:1", depends_on: [worker]}
        networks: {front: {}}
        """;

    private const string Override = """
        services:
          web:
            environment: {FROM: override}
            deploy: {replicas: 2}
            depends_on: [stats]
        """;

    private const string Worker = """
        services:
          worker:
            image: worker:1
            volumes: ["./queue:/queue"]
            env_file: [worker.env]
        """;

    [Theory]
    [InlineData("services: {shop: {image: x, environment: {KEY: \"${SHOP_KEY:-}\"}}}\n", "SHOP_KEY=abc", false)]
    [InlineData("services: {shop: {image: x}}\n", "SHOP_KEY=abc", true)]
    [InlineData("services: {shop: {image: x, environment: {KEY: \"${SHOP_KEY:-}\"}}}\n", null, true)]
    public void An_include_that_has_variables_of_its_own_gets_no_slots(string included, string? variables, bool canExtend)
    {
        var sources = ComposeSources.Read(
            [new ComposeFileText("compose.yaml", "include: [shop/compose.yaml]\nservices: {web: {image: x}}\n")],
            path => path == "shop/compose.yaml" ? included : path == "shop/.env" ? variables : null).Sources!;

        sources.FilesOf("shop").ShouldBe(canExtend ? ["shop/compose.yaml"] : []);
        sources.FilesOf("web").ShouldBe(["compose.yaml"]);
    }

    [Fact]
    public void A_slot_has_what_every_file_says_about_its_service()
    {
        using var application = Make();
        var overlay = HelloBot.Generate(application.Model, Request(application.Sources));

        var model = application.With(overlay, "blue");

        Golden.ShouldBe(overlay.Text, "several-files.slots.yaml");
        model.Services.Select(service => service.Name).ShouldBe(["edge", "stats", "web-blue", "worker-blue"]);
        var web = model.Find("web-blue")!;
        web.Environment.TryGet("FROM", out _).ShouldBeTrue();
        web.Volumes.ShouldHaveSingleItem().Source.ShouldBe("./static");
        web.Replicas.ShouldBe(1);
        web.Ports.ShouldBeEmpty();
        web.DependsOn.ShouldHaveSingleItem().Service.ShouldBe("stats");
        model.Find("stats")!.DependsOn.ShouldBeEmpty();
    }

    [Fact]
    public void A_service_of_an_included_file_keeps_its_paths()
    {
        using var application = Make();

        var worker = application.With(HelloBot.Generate(application.Model, Request(application.Sources)), "blue").Find("worker-blue")!;

        worker.Volumes.ShouldHaveSingleItem().Source.ShouldBe("./parts/queue");
        worker.Environment.TryGet("KIND", out var kind).ShouldBeTrue();
        kind.ShouldBe("worker");
    }

    [Fact]
    public void An_include_with_variables_of_its_own_is_no_source()
    {
        var reading = ComposeSources.Read(
            [new("compose.yaml", "include: [{path: a.yaml, env_file: a.env}, {path: [b.yaml]}]")],
            path => $"services: {{{path[..1]}: {{}}}}");

        reading.Sources!.FilesOf("a").ShouldBeEmpty();
        reading.Sources.FilesOf("b").ShouldBe(["b.yaml"]);
    }

    [Fact]
    public void Broken_YAML_is_reported_with_its_place()
    {
        var reading = ComposeSources.Read([new("compose.yaml", "include: []\nservices: [}")], _ => null);

        reading.Sources.ShouldBeNull();
        reading.Problem!.Place.ShouldBe("compose.yaml:2:12");
    }

    [Fact]
    public void Includes_that_lead_back_to_themselves_are_reported()
    {
        var reading = ComposeSources.Read([new("compose.yaml", "include: [compose.yaml]")], _ => "include: [compose.yaml]");

        reading.Problem!.ToString().ShouldBe("compose.yaml: its includes lead back to itself");
    }

    private static Application Make() => new(
        ("compose.yaml", Base), ("compose.override.yaml", Override), ("parts/worker.yaml", Worker), ("parts/worker.env", "KIND=worker\n"));

    private static SlotRequest Request(ComposeSources sources) => new()
    {
        Sources = sources,
        Network = HelloBot.Network,
        Services =
        [
            new("web", 8000, new("web:1", [], HelloBot.Network.SlotAddress(0, "blue")), null) { IsProxied = true, Overlaps = true },
            new("worker", 0, new("worker:1", []), null),
        ],
        Proxies = [new() { Service = "edge", Answers = ["web"], Image = "haproxy:2.8", Address = HelloBot.Network.ProxyAddress(1), StateDirectory = "/slots" }],
        Labels = new Dictionary<string, ImmutableArray<KeyValuePair<string, string>>> { ["stats"] = [new("slipway.app", "several")] },
    };
}
