using Slipway.Compose.Drafts;
using Slipway.Compose.Slots;
using Slipway.Compose.Surroundings;
using Slipway.Compose.Tests.Oracle;
using Slipway.Testing;

namespace Slipway.Compose.Tests.Drafts;

public sealed class SettingsDraftSpecs
{
    private const string Shop = """
        name: shop
        services:
          web:
            build: .
            command: gunicorn -b :8000 shop
            ports: ["80:8000"]
            depends_on: [db, search]
            healthcheck: {test: "curl -f http://localhost:8000/healthz"}
          worker: {build: ., command: celery}
          consumer: {build: ., command: consume, scale: 3}
          uploads: {image: "uploads:1", ports: ["81:80"], volumes: ["files:/files"]}
          names: {image: "dns:1", ports: ["53:53/udp"]}
          fixed: {image: "x:1", ports: ["82:80"], networks: {default: {ipv4_address: 172.31.9.9}}}
          seed: {build: ., profiles: [seed]}
          search: {image: "opensearchproject/opensearch:2"}
          db: {image: "registry.example:5000/postgres:15"}
        volumes: {files: {}}
        """;

    private static readonly ApplicationFacts Facts = new()
    {
        ComposeFiles = ["docker-compose.yml"],
        ReadFile = path => path switch
        {
            "alembic.ini" => "[alembic]\nscript_location = %(here)s/schema\n",
            "./nginx.conf" => "upstream a { server api:9000; }\nserver { listen 8080; location / { proxy_pass http://a; } }\n",
            _ => null,
        },
        HasFolder = path => path == "schema/versions",
        Images = new Exposing(),
    };

    public static bool HasCorpus => Directory.Exists(Path.Combine(Environment.GetEnvironmentVariable("SLIPWAY_CORPUS") ?? "", "compose-apps"));

    public static IEnumerable<TheoryDataRow<string>> Applications => HasCorpus
        ? Directory.GetDirectories(Path.Combine(Environment.GetEnvironmentVariable("SLIPWAY_CORPUS")!, "compose-apps")).Order(StringComparer.Ordinal).Select(folder => new TheoryDataRow<string>(folder))
        : [new("none")];

    [Fact]
    public void Each_guess_says_what_it_is_made_from()
    {
        using var application = new Application(("compose.yaml", Shop));

        var draft = SettingsDraft.Of(application.Model, Facts);

        draft.Refusal.ShouldBeNull();
        Golden.ShouldBe(draft.Text, "shop.slipway.yaml");
    }

    [Fact]
    public void A_decision_wins_over_a_guess_where_it_can_work()
    {
        using var application = new Application(("compose.yaml", Shop));

        var draft = SettingsDraft.Of(application.Model, Facts, new Dictionary<string, ServiceDecision>
        {
            ["worker"] = new("rolling"),
            ["web"] = new("handoff"),
            ["consumer"] = new("blue-green"),
            ["uploads"] = new("blue-green") { Health = "/up" },
            ["names"] = new("blue-green") { Port = 8053 },
        });

        draft.Services.Single(guess => guess.Service == "worker").ShouldBe(new("worker", "rolling", "as you said") { Role = "worker" });
        draft.Services.Single(guess => guess.Service == "web").Strategy.ShouldBe("handoff");
        draft.Services.Single(guess => guess.Service == "consumer").Strategy.ShouldBe("rolling", "nobody knows its port");
        draft.Services.Single(guess => guess.Service == "uploads").ShouldBe(new("uploads", "blue-green", "as you said") { Role = "single", Port = 80, Health = "/up" });
        draft.Services.Single(guess => guess.Service == "names").Port.ShouldBe(8053);
    }

    [Fact]
    public void A_proxy_that_only_does_what_its_configuration_says_is_taken_over()
    {
        using var application = new Application(("compose.yaml", """
            name: a
            services:
              api: {build: .}
              front: {image: "nginx:1.28", ports: ["80:8080"], depends_on: [api], volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf:ro"]}
            """));

        SettingsDraft.Of(application.Model, Facts with { HasFolder = _ => false }).Text.Split('\n').Skip(4).ShouldBe(
        [
            "# front only passes requests on to api: Slipway writes its configuration from now on.",
            "proxy: {kind: nginx, service: front, listen: 8080}",
            "",
            "services:",
            "  api: {strategy: blue-green, port: 9000}  # port 9000 is where front sends its requests; it is ready when / answers",
            "",
        ]);
    }

    [Fact]
    public void An_application_of_data_alone_is_refused_in_one_sentence()
    {
        using var application = new Application(("compose.yaml", "name: a\nservices: {db: {image: \"postgres:15\"}}"));

        SettingsDraft.Of(application.Model, Facts).Refusal.ShouldBe("a has no service that a new release could replace without an interruption of its data: db: postgres holds data");
    }

    [Theory(Skip = "SLIPWAY_CORPUS names no folder with compose-apps", SkipUnless = nameof(HasCorpus))]
    [MemberData(nameof(Applications))]
    public void An_overlay_can_be_made_from_the_draft_of_any_application(string folder)
    {
        using var application = new Application([.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => (Path.GetRelativePath(folder, file), File.ReadAllText(file)))]);
        var model = application.Model;

        var draft = SettingsDraft.Of(model, Facts with { ReadFile = _ => null });

        TestContext.Current.SendDiagnosticMessage("{0}\n{1}\n{2}", folder, draft.Text, draft.Refusal ?? "");
        if (draft.Refusal is not null)
        {
            return;
        }

        var overlay = SlotOverlay.Generate(model, Request(draft, application));
        overlay.Refusals.ShouldBeEmpty(draft.Text);
        application.With(overlay.Overlay!, "blue").Services.ShouldNotBeEmpty();
    }

    private static SlotRequest Request(SettingsDraft draft, Application application)
    {
        var slotted = draft.Services.Where(guess => guess.Strategy is "blue-green" or "handoff").ToList();
        var blueGreen = slotted.FindAll(guess => guess.Strategy == "blue-green");
        var added = draft.Text.Contains("image: \"nginx", StringComparison.Ordinal);
        var proxy = draft.Text.Split('\n').FirstOrDefault(line => line.StartsWith("proxy:", StringComparison.Ordinal))?.Split("service: ") is [_, var named] ? named.Split([',', '}'])[0] : "slipway-proxy";
        return new()
        {
            Sources = application.Sources,
            Network = blueGreen.Count == 0 ? null : HelloBot.Network,
            Services =
            [
                .. slotted.Select(guess => new SlotService(
                    guess.Service,
                    guess.Port ?? 0,
                    new("x:1", [], guess.Port is null ? null : HelloBot.Network.SlotAddress(blueGreen.IndexOf(guess), "blue")),
                    null) { IsProxied = guess.Strategy != "handoff", Overlaps = guess.Strategy != "handoff" }),
            ],
            Proxies = blueGreen.Count == 0 ? [] : [new()
            {
                Service = proxy,
                Answers = [.. blueGreen.Select(g => g.Service)],
                Image = added ? "nginx:1.28" : null,
                Address = HelloBot.Network.ProxyAddress(1),
                StateDirectory = "/slots",
                Files = [new("/etc/nginx/nginx.conf", "events {}\n")],
            }],
        };
    }

    private sealed class Exposing : IServiceImages
    {
        public ImageFacts Find(string service, string? image) => new() { ExposedPorts = [8080] };
    }
}
