using System.Collections.Immutable;
using Slipway.Compose.Slots;
using Slipway.Compose.Tests.Oracle;
using Slipway.Testing;

namespace Slipway.Compose.Tests.Slots;

public sealed class SlotOverlaySpecs : IDisposable
{
    private readonly Application _application = new(("compose.yaml", HelloBot.Compose));

    [Fact]
    public void The_overlay_reads_as_if_a_person_had_written_it()
    {
        var overlay = HelloBot.Generate(_application.Model, HelloBot.Request(_application.Sources));

        Golden.ShouldBe(overlay.Text, "hello-bot.slots.yaml");
    }

    [Fact]
    public void Without_a_profile_compose_sees_only_what_has_no_slots()
    {
        var model = _application.With(Overlay());

        model.Services.Select(service => service.Name).ShouldBe(["db", "proxy"]);
    }

    [Fact]
    public void A_profile_enables_one_slot_of_each_service_and_the_replaced_ones_stay_out()
    {
        var model = _application.With(Overlay(), "green");

        model.Services.Select(service => service.Name).ShouldBe(["bot-green", "db", "poller-green", "proxy"]);
    }

    [Fact]
    public void A_blue_green_slot_is_the_service_with_an_image_an_address_and_labels_of_its_own()
    {
        var before = _application.Model.Find("bot")!;

        var slot = _application.With(Overlay(), "blue", "green").Find("bot-green")!;

        slot.Image.ShouldBe("hello-bot:2");
        slot.Build.ShouldBeNull();
        slot.ContainerName.ShouldBeNull();
        slot.Ports.ShouldBeEmpty();
        slot.Restart.ShouldBe("unless-stopped");
        slot.HealthCheck!.Test.ShouldBe(before.HealthCheck!.Test);
        slot.HealthCheck.StartInterval.ShouldBe(TimeSpan.FromMilliseconds(500));
        slot.StopGracePeriod.ShouldBe(TimeSpan.FromSeconds(15));
        slot.HealthCheck.Interval.ShouldBe(TimeSpan.FromSeconds(90));
        slot.Environment.TryGet("DATABASE_URL", out var url).ShouldBeTrue();
        url.ShouldBe("postgresql://bot:s3cret$word@db/bot");
        slot.DependsOn.Select(dependency => (dependency.Service, dependency.Condition)).ShouldBe([("db", "service_healthy")]);
        slot.Networks.Select(network => (network.Network, network.Aliases.Length, network.Ipv4Address))
            .ShouldBe([("default", 0, null), ("slots", 0, "172.31.250.4")]);
    }

    [Fact]
    public void A_handoff_slot_keeps_the_services_name_on_its_networks()
    {
        var slot = _application.With(Overlay(), "blue").Find("poller-blue")!;

        slot.Networks.ShouldHaveSingleItem().Aliases.ShouldBe(["poller"]);
        slot.Command!.Value.ShouldBe(["python3", "-m", "app.poller"]);
        slot.DependsOn.ShouldHaveSingleItem().Service.ShouldBe("db");
    }

    [Fact]
    public void The_proxy_takes_over_the_names_and_the_published_ports()
    {
        var overlay = Overlay();

        var proxy = _application.With(overlay).Find("proxy")!;

        proxy.Networks.Single(network => network.Network == "default").Aliases.ShouldBe(["bot", "api", "hello_bot"]);
        proxy.Networks.Single(network => network.Network == "slots").Ipv4Address.ShouldBe("172.31.250.2");
        proxy.Ports.Select(port => (port.HostIp, port.Published, port.Target))
            .ShouldBe([(null, "8080", 80), ("127.0.0.1", "8090", 8080)]);
        proxy.DependsOn.ShouldBeEmpty();
        proxy.HealthCheck!.Disabled.ShouldBeTrue();
        var request = HelloBot.Request(_application.Sources);
        SlotOverlay.ListenersFor(_application.Model, request, request.Proxies[0]).ShouldBe([new("bot", 8080), new("bot", 8080, "8090", "127.0.0.1")]);
    }

    [Fact]
    public void The_proxys_configuration_arrives_as_it_was_given_and_replaces_the_mounted_one()
    {
        var overlay = Overlay();

        var proxy = _application.With(overlay).Find("proxy")!;

        proxy.Volumes.Select(volume => volume.Target).ShouldBe(["/certificates", "/slots"]);
        proxy.Configs.ShouldHaveSingleItem().Target.ShouldBe("/etc/nginx/nginx.conf");
        overlay.Warnings.ShouldContain(warning => warning.Place == "services.proxy.volumes: ./nginx.conf:/etc/nginx/nginx.conf");
    }

    [Fact]
    public void What_the_application_mounts_where_the_proxy_keeps_its_state_makes_way()
    {
        var request = HelloBot.Request(_application.Sources);
        var overlay = HelloBot.Generate(_application.Model, request with { Proxies = [request.Proxies[0] with { StateDirectory = "/certificates" }] });

        var proxy = _application.With(overlay).Find("proxy")!;

        proxy.Volumes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(v => v.Target.ShouldBe("/certificates"), v => v.Type.ShouldBe("volume"));
    }

    [Theory]
    [InlineData("sysctls: [net.core.somaxconn=1024]")]
    [InlineData("sysctls: {net.core.somaxconn: 1024, net.ipv4.tcp_migrate_req: 0}")]
    public void The_proxy_has_its_settings_of_the_kernel_beside_those_of_the_application(string sysctls)
    {
        using var application = new Application(("compose.yaml", HelloBot.Compose.Replace("  proxy:\n", $"  proxy:\n    {sysctls}\n", StringComparison.Ordinal)));
        var request = HelloBot.Request(application.Sources);
        var overlay = HelloBot.Generate(application.Model, request with { Proxies = [request.Proxies[0] with { Sysctls = [new("net.ipv4.tcp_migrate_req", "1")] }] });

        _ = application.With(overlay);

        ComposeCli.Run(application.Folder, application.Arguments("config"))
            .ShouldContain("sysctls:\n      net.core.somaxconn: \"1024\"\n      net.ipv4.tcp_migrate_req: \"1\"\n");
    }

    [Fact]
    public void Compose_would_not_recreate_a_stateful_service()
    {
        var before = ComposeCli.Run(
            _application.Folder, "-f", Path.Combine(_application.Folder, "compose.yaml"), "config", "--hash", "db");
        _ = _application.With(Overlay());

        var after = ComposeCli.Run(_application.Folder, _application.Arguments("config", "--hash", "db"));

        after.ShouldBe(before);
    }

    [Fact]
    public void The_migration_runs_once_with_the_new_image_and_publishes_nothing()
    {
        var job = _application.With(Overlay(), "slipway-migration").Find("slipway-migrate")!;

        job.Image.ShouldBe("hello-bot:2");
        job.Command!.Value.ShouldBe(["alembic", "upgrade", "head"]);
        job.Restart.ShouldBe("no");
        job.Ports.ShouldBeEmpty();
        job.HealthCheck!.Disabled.ShouldBeTrue();
        job.Networks.ShouldHaveSingleItem().Aliases.ShouldBeEmpty();
        job.DependsOn.ShouldHaveSingleItem().Service.ShouldBe("db");
    }

    [Fact]
    public void No_secret_is_copied_into_the_overlay() => Overlay().Text.ShouldNotContain("s3cret");

    [Fact]
    public void An_image_is_built_with_its_labels_by_the_replaced_service()
    {
        var request = HelloBot.Request(_application.Sources);
        request = request with
        {
            BuildLabels = new Dictionary<string, ImmutableArray<KeyValuePair<string, string>>>
            {
                ["bot"] = [new("slipway.schema", "r4")],
                ["db"] = [new("not", "built")],
            },
        };

        var overlay = HelloBot.Generate(_application.Model, request);

        _ = _application.With(overlay, SlotOverlay.ReplacedProfile);
        ComposeCli.Run(_application.Folder, _application.Arguments("--profile", SlotOverlay.ReplacedProfile, "config"))
            .ShouldContain("labels:\n        slipway.schema: r4");
        overlay.Text.ShouldNotContain("built");
    }

    [Fact]
    public void A_slot_that_was_never_used_is_left_out()
    {
        var request = HelloBot.Request(_application.Sources);
        request = request with { Services = [.. request.Services.Select(service => service with { Green = null })] };

        var model = _application.With(HelloBot.Generate(_application.Model, request), "blue", "green");

        model.Services.Select(service => service.Name).ShouldBe(["bot-blue", "db", "poller-blue", "proxy"]);
    }

    [Fact]
    public void A_new_release_in_one_slot_changes_nothing_of_the_other()
    {
        _ = _application.With(Overlay());
        var before = ComposeCli.Run(_application.Folder, _application.Arguments("--profile", "blue", "config", "--hash", "*"));
        var request = HelloBot.Request(_application.Sources);
        request = request with { Services = [.. request.Services.Select(service => service with { Green = HelloBot.Slot("green", "3") with { Address = service.Green!.Address } })] };

        _ = _application.With(HelloBot.Generate(_application.Model, request));
        var after = ComposeCli.Run(_application.Folder, _application.Arguments("--profile", "blue", "config", "--hash", "*"));

        Lines(after).ShouldBe(Lines(before), ignoreOrder: true);

        static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose() => _application.Dispose();

    private SlotOverlay Overlay() => HelloBot.Generate(_application.Model, HelloBot.Request(_application.Sources));
}
