using System.Text.Json.Nodes;
using Slipway.Compose.Slots;
using Slipway.Compose.Tests.Oracle;

namespace Slipway.Compose.Tests.Slots;

/// <summary>Whatever compose can say of a service, its slot says too, as compose itself reads it; only what has to differ does.</summary>
public sealed class SlotFeatureSpecs
{
    /// <summary>What makes a slot one.</summary>
    private static readonly string[] Own = ["image", "pull_policy", "build", "labels", "container_name", "hostname", "restart", "ports", "networks", "profiles", "depends_on", "scale", "deploy"];

    [Theory]
    [InlineData("init: true, tty: true, stop_signal: SIGINT, stop_grace_period: 20s, read_only: true, user: '1000:1000'")]
    [InlineData("env_file: [web.env], environment: {OWN: $$dollar}")]
    [InlineData("configs: [settings, {source: settings, target: /etc/other, mode: 0440}], secrets: [key, {source: key, target: other, mode: 0400}]")]
    [InlineData("extends: {file: parts/base.yaml, service: base}")]
    [InlineData("extends: {service: template}, ports: ['8000:8080']")]
    [InlineData("deploy: {replicas: 3, resources: {limits: {memory: 100M, cpus: '0.5'}, reservations: {memory: 50M}}}")]
    [InlineData("scale: 2")]
    [InlineData("profiles: [full]")]
    [InlineData("networks: {front: {aliases: [www, shop]}, back: {priority: 10}}")]
    [InlineData("volumes: ['data:/data:ro', './files:/files:ro', '/cache', {type: tmpfs, target: /run, tmpfs: {size: 1000000}}], tmpfs: /tmp")]
    [InlineData("volumes: [{type: volume, source: data, target: /data, volume: {nocopy: true}}, {type: bind, source: ./files, target: /files, bind: {propagation: rshared}}]")]
    [InlineData("pid: 'service:db', ipc: 'service:db'")]
    [InlineData("volumes_from: ['db:ro']")]
    [InlineData("links: ['db:database']")]
    [InlineData("depends_on: {db: {condition: service_healthy, restart: true}, seed: {condition: service_completed_successfully, required: false}}")]
    [InlineData("depends_on: [worker, db]")]
    [InlineData("cap_add: [NET_ADMIN], cap_drop: [ALL], devices: ['/dev/null:/dev/xnull'], sysctls: {net.core.somaxconn: '1024'}, ulimits: {nofile: {soft: 1000, hard: 2000}}")]
    [InlineData("extra_hosts: ['host.docker.internal:host-gateway'], dns: [10.0.0.53], dns_search: example.org, domainname: example.org, hostname: web")]
    [InlineData("logging: {driver: json-file, options: {max-size: 1m}}, healthcheck: {test: ['CMD', 'true'], interval: 5s, start_period: 1s, start_interval: 100ms}")]
    [InlineData("build: {context: ., target: final, args: {A: '1'}}, image: 'web:1', pull_policy: build")]
    [InlineData("ports: ['127.0.0.1:8080:8080', '[::1]:8080:8080'], expose: ['8081']")]
    [InlineData("container_name: web, restart: always, labels: {a: b}, annotations: {c: d}")]
    [InlineData("labels: ['a=b', 'slipway.app=other']")]
    [InlineData("restart: on-failure, mem_limit: 100m, cpus: 0.5, shm_size: 64m, privileged: false, security_opt: ['no-new-privileges:true'], working_dir: /srv, entrypoint: ['/e'], command: ['c', '$$HOME']")]
    public void A_slot_differs_from_its_service_only_in_what_makes_it_a_slot(string features)
    {
        using var application = Make(features);
        var before = Services(ComposeCli.Config(application.Folder, "-f", Path.Combine(application.Folder, "compose.yaml"), "--profile", "*"))["web"]!;

        _ = application.With(Overlay(application), "green");
        var merged = Services(ComposeCli.Config(application.Folder, application.Arguments("--profile", "green")));

        var slot = merged["web-green"].ShouldNotBeNull();
        Without(slot, Own).ShouldBe(Without(before, Own));
        merged.Select(one => one.Key).ShouldNotContain("web");
        slot["depends_on"]?.AsObject().Select(one => one.Key).ShouldBeSubsetOf(merged.Select(one => one.Key));
        (slot["deploy"]?["resources"]?["limits"]?.ToJsonString()).ShouldBe(before["deploy"]?["resources"]?["limits"]?.ToJsonString());
        slot["labels"]!["slipway.app"]!.ToString().ShouldBe("hello-bot");
        if (features.Contains("a: b", StringComparison.Ordinal))
        {
            slot["labels"]!["a"]!.ToString().ShouldBe("b");
        }
    }

    [Theory]
    [InlineData("labels: {traefik.enable: 'true', traefik.http.routers.a.rule: x, own: y}")]
    [InlineData("labels: ['traefik.enable=true', 'traefik.http.routers.a.rule=x', 'own=y']")]
    [InlineData("labels: {traefik.http.routers.a.rule: x, own: y}")]
    public void A_slot_of_what_Traefik_finds_by_its_labels_says_no_to_it(string labels)
    {
        using var application = Make(labels);

        _ = application.With(Overlay(application), "green");

        var merged = Services(ComposeCli.Config(application.Folder, application.Arguments("--profile", "green")))["web-green"]!["labels"]!;
        (merged["traefik.enable"]!.ToString(), merged["own"]!.ToString()).ShouldBe(("false", "y"));
    }

    [Fact]
    public void Whoever_waits_for_a_service_with_slots_no_longer_does_and_still_finds_it_by_its_names()
    {
        using var application = Make("networks: {front: {aliases: [www]}}, ports: ['8080:8080']");

        var merged = application.With(Overlay(application), "green");

        merged.Find("consumer")!.DependsOn.Select(one => one.Service).ShouldBe(["db"]);
        merged.Find("slipway-proxy")!.Networks.Single(one => one.Network == "front").Aliases.ShouldBe(["web", "www"]);
        merged.Find("slipway-proxy")!.Ports.ShouldHaveSingleItem().Published.ShouldBe("8080");
    }

    [Fact]
    public void A_link_to_a_service_with_slots_is_a_name_of_whoever_has_its_names()
    {
        using var application = Make("ports: ['8080:8080'], links: ['db:database', 'worker:helper']", "links: ['web:shop', 'worker', 'db']");

        var merged = application.With(Overlay(application), "green");
        var services = Services(ComposeCli.Config(application.Folder, application.Arguments("--profile", "green")));

        services["consumer"]!["links"]!.ToJsonString().ShouldBe("""["db:db"]""");
        services["web-green"]!["links"]!.ToJsonString().ShouldBe("""["db:database"]""");
        merged.Find("slipway-proxy")!.Networks.Single(one => one.Network == "default").Aliases.ShouldBe(["web", "shop"]);
        merged.Find("worker-green")!.Networks.ShouldHaveSingleItem().Aliases.ShouldBe(["worker", "helper"]);
    }

    private static string Without(JsonNode service, string[] keys) =>
        new JsonObject(service.AsObject().Where(one => !keys.Contains(one.Key)).Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone()))).ToJsonString();

    private static JsonObject Services(string json) => JsonNode.Parse(json)!["services"]!.AsObject();

    private static Application Make(string features, string consumer = "scale: 1")
    {
        var image = features.Contains("image:", StringComparison.Ordinal) || features.Contains("extends:", StringComparison.Ordinal) ? "" : "image: 'web:1', ";
        return new(
            ("compose.yaml", $$$"""
                name: hello-bot
                services:
                  web: { {{{image}}}{{{features}}} }
                  template: {image: "web:1", environment: {FROM: template}, volumes: ["./files:/files:ro"], profiles: [never]}
                  consumer: {image: "c:1", depends_on: [web, db], {{{consumer}}} }
                  worker: {image: "w:1"}
                  seed: {image: "s:1"}
                  db: {image: "postgres:15"}
                networks: {front: {}, back: {}}
                volumes: {data: {}}
                configs: {settings: {file: ./settings.conf}}
                secrets: {key: {file: ./key.txt}}
                """),
            ("parts/base.yaml", "services: {base: {image: 'web:1', env_file: [base.env], volumes: ['./here:/here:ro'], healthcheck: {test: ['CMD', 'true']}}}\n"),
            ("parts/base.env", "FROM_BASE=1\n"),
            ("web.env", "FROM_FILE=1\n"),
            ("settings.conf", ""),
            ("key.txt", ""));
    }

    private static SlotOverlay Overlay(Application application) => HelloBot.Generate(application.Model, new SlotRequest
    {
        Sources = application.Sources,
        Network = HelloBot.Network,
        Services =
        [
            new("web", 8080, HelloBot.Slot("blue", "1"), HelloBot.Slot("green", "2")) { IsProxied = true, Overlaps = true },
            new("worker", 0, null, HelloBot.Slot("green", "2") with { Address = null }),
        ],
        Proxies =
        [
            new()
            {
                Answers = ["web"],
                Image = "nginx:1.28",
                Address = HelloBot.Network.ProxyAddress(1),
                StateDirectory = "/slots",
                Files = [new("/etc/nginx/nginx.conf", "events {}\n")],
            },
        ],
    });
}
