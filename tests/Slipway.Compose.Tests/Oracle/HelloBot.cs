using System.Collections.Immutable;
using Slipway.Compose.Files;
using Slipway.Compose.Slots;

namespace Slipway.Compose.Tests.Oracle;

/// <summary>An application of the usual shape: a service behind a proxy, one that must run once only, a database.</summary>
internal static class HelloBot
{
    public const string Compose = """
        name: hello-bot
        services:
          bot:
            build: .
            container_name: hello_bot
            environment:
              DATABASE_URL: postgresql://bot:s3cret$$word@db/bot
            ports: ["127.0.0.1:8090:8080"]
            restart: always
            networks:
              default:
                aliases: [api]
            depends_on:
              db: {condition: service_healthy}
            healthcheck:
              test: ["CMD", "python3", "-m", "app.health"]
              interval: 1m30s
              start_period: 30s
              start_interval: 500ms
            stop_grace_period: 15s
          poller:
            build: .
            command: ["python3", "-m", "app.poller"]
            restart: unless-stopped
            depends_on: [bot, db]
          db:
            image: postgres:15
            volumes: ["data:/var/lib/postgresql/data"]
            healthcheck:
              test: ["CMD-SHELL", "pg_isready"]
          proxy:
            image: nginx:1.28
            ports: ["8080:80"]
            volumes:
              - ./nginx.conf:/etc/nginx/nginx.conf:ro
              - ./certificates:/certificates:ro
            depends_on: [bot]
            healthcheck:
              test: ["CMD", "true"]
        volumes:
          data:
        """;

    public static readonly SlotNetwork Network = new("172.31.250.0/27");

    public static SlotRequest Request(ComposeSources sources) => new()
    {
        Sources = sources,
        Network = Network,
        Services =
        [
            new("bot", 8080, Slot("blue", "1"), Slot("green", "2")) { IsProxied = true, Overlaps = true },
            new("poller", 0, Slot("blue", "1") with { Address = null }, Slot("green", "2") with { Address = null }),
        ],
        Proxies = [new()
        {
            Service = "proxy",
            Answers = ["bot"],
            Address = Network.ProxyAddress(1),
            StateDirectory = "/slots",
            Files = [new("/etc/nginx/nginx.conf", "events {}\nhttp {\n    set $slot blue;\n\n    log_format a '$host \"$request\"';\n}\n")],
            Labels = [new("slipway.app", "hello-bot")],
            ReservedPorts = [9180, 9181],
        }],
        Migration = new("bot", "hello-bot:2", ["alembic", "upgrade", "head"], [new("slipway.app", "hello-bot")]),
    };

    public static SlotInstance Slot(string color, string release) => new(
        $"hello-bot:{release}",
        [new("slipway.app", "hello-bot"), new("slipway.slot", color), new("slipway.release", release)],
        Network.SlotAddress(0, color));

    public static SlotOverlay Generate(ComposeModel model, SlotRequest request)
    {
        var result = SlotOverlay.Generate(model, request);
        result.Refusals.ShouldBeEmpty();
        return result.Overlay!;
    }

    public static ImmutableArray<ComposeProblem> Refusals(ComposeModel model, SlotRequest request)
    {
        var result = SlotOverlay.Generate(model, request);
        result.Overlay.ShouldBeNull();
        return result.Refusals;
    }
}
