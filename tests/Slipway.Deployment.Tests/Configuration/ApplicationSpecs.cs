using System.Text.RegularExpressions;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Strategies;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;
using Slipway.Testing;

namespace Slipway.Deployment.Tests.Configuration;

/// <summary>slipway.yaml held against what the real docker compose makes of the compose file.</summary>
public sealed partial class ApplicationSpecs
{
    private const string Compose = """
        services:
          web: {image: web, ports: ["8080:3000"]}
          db: {image: postgres, environment: {POSTGRES_USER: me, POSTGRES_PASSWORD: hidden}}
          edge: {image: nginx}
        """;

    private const string Good = """
        application: shop
        proxy: {kind: nginx, service: edge}
        services:
          web: {strategy: blue-green, port: 3000}
          db: {strategy: stateful}
        database: {service: db}
        """;

    [Fact]
    public async Task A_good_application_is_loaded()
    {
        var application = await LoadAsync(Good, Compose);

        application.Slotted.Select(s => s.Name).ShouldBe(["web"]);
        application.Stateful.ShouldBe(["db"]);
        application.Compose.Find("web")!.Ports.Single().Target.ShouldBe(3000);
        DatabaseLogin.Of(application, application.Settings.Database!).ToString().ShouldBe("me@me");
    }

    [Fact]
    public async Task Mistakes_of_both_files_are_told_at_once()
    {
        var error = await FailAsync(
            """
            application: shop
            proxy: {kind: ngnix, service: egde}
            services:
              wbe: {strategy: blue-green, port: 3000}
              web: {strategy: handoff, port: 8080}
            keep-warm: yes
            """,
            Compose);

        error.ShouldBe(
            """
            slipway.yaml:2:15: "kind" in proxy can't be "ngnix" (did you mean "nginx"?)
            slipway.yaml:2:22: the compose file has no service "egde" to be the proxy (did you mean "edge"?)
            slipway.yaml:4:3: the compose file has no service "wbe" (did you mean "web"?)
            slipway.yaml:5:28: service "web" has port 8080 here, but the compose file says 3000 (name the port inside the container, not the one of the host)
            slipway.yaml:6:12: "keep-warm" in slipway.yaml must be true or false, not "yes"
            """);
    }

    [Fact]
    public async Task What_does_not_fit_together_is_told()
    {
        var error = await FailAsync(
            """
            application: shop
            proxy: {kind: nginx, service: db}
            services:
              web: {strategy: blue-green, port: 3000}
              db: {strategy: handoff}
            database: {service: db}
            migrations: {service: edge, folder: nowhere}
            """,
            Compose);

        error.ShouldBe(
            """
            slipway.yaml:2:22: "db" is the proxy and can't have a strategy as well
            slipway.yaml:5:3: the database "db" must be stateful
            slipway.yaml:7:14: migrations name the service "edge", which is neither blue-green nor handoff (known: web, db)
            slipway.yaml:7:14: the folder "nowhere" of the migrations does not exist
            """);
    }

    [Fact]
    public async Task What_the_proxy_can_not_serve_is_told_with_its_place_before_anything_is_planned()
    {
        var error = await FailAsync(
            """
            application: shop
            proxy: {kind: caddy, service: edge, listen: 9180}
            services:
              web: {strategy: blue-green, port: 3000, routes: [/, /a b]}
              api: {strategy: blue-green, port: 9180, routes: [/api]}
              old: {strategy: blue-green, port: 9180, routes: [/api/]}
              off: {strategy: blue-green, port: 4000, routes: [off]}
            """,
            """
            services: {web: {image: web}, api: {image: api}, old: {image: old}, off: {image: off}, edge: {image: caddy}}
            """);

        error.ShouldBe(
            """
            slipway.yaml:2:37: the proxy can't serve that: Port 9180 inside the proxy is Slipway's own; let the service be reached on another one
            slipway.yaml:4:3: the proxy can't serve that: Port 9180: "/a b" is not a path prefix: it starts with '/' and has only letters, digits and / _ . - ~
            slipway.yaml:5:31: the proxy can't serve that: Port 9180 inside the proxy is Slipway's own; let the service be reached on another one
            slipway.yaml:6:31: the proxy can't serve that: Port 9180 inside the proxy is Slipway's own; let the service be reached on another one
            slipway.yaml:6:52: /api is "api"'s already (slipway.yaml:5:52), so "old" can't have it as well (give one of them another host or route)
            slipway.yaml:7:3: "off" in service "off" must be a path that begins with /
            """);
    }

    [Fact]
    public async Task Two_services_for_one_host_and_path_are_told_with_both_places()
    {
        var error = await FailAsync(
            """
            application: shop
            proxy: {kind: nginx, service: edge}
            services:
              web: {strategy: blue-green, port: 3000, hosts: [Shop.example.org, "*.example.org"]}
              api: {strategy: blue-green, port: 3001, hosts: "*.example.org", routes: [/api]}
              old:
                strategy: blue-green
                port: 3002
                hosts: [old.example.org, shop.example.org]
                routes: [/, /old]
              off: {strategy: blue-green, port: 3003, hosts: ["https://shop.example.org", "*", a..b]}
            """,
            """
            services: {web: {image: web}, api: {image: api}, old: {image: old}, off: {image: off}, edge: {image: nginx}}
            """);

        error.ShouldBe(
            """
            slipway.yaml:9:30: / of shop.example.org is "web"'s already (slipway.yaml:4:51), so "old" can't have it as well (give one of them another host or route)
            slipway.yaml:11:51: "https://shop.example.org" in service "off" is no host name (write shop.example.org or *.example.org, without scheme, port and path)
            slipway.yaml:11:79: "*" in service "off" is no host name (write shop.example.org or *.example.org, without scheme, port and path)
            slipway.yaml:11:84: "a..b" in service "off" is no host name (write shop.example.org or *.example.org, without scheme, port and path)
            """);
    }

    [Fact]
    public async Task A_protocol_that_the_kind_does_not_pass_on_is_told_at_its_port()
    {
        const string Settings = """
            application: shop
            proxy: {kind: KIND, service: edge}
            services:
              web: {strategy: blue-green, port: 3000, ports: [{port: 5432, protocol: tcp}, {port: 53, protocol: udp}, 3000]}
              api: {strategy: blue-green, port: 50051, protocol: grpc, routes: [/api]}
            """;
        const string Files = "services: {web: {image: web}, api: {image: api}, edge: {image: edge}}";

        var caddy = await FailAsync(Settings.Replace("KIND", "caddy", StringComparison.Ordinal), Files);
        var nginx = await FailAsync(Settings.Replace("KIND", "nginx", StringComparison.Ordinal), Files);
        var haproxy = await FailAsync(Settings.Replace("KIND", "haproxy", StringComparison.Ordinal), Files);

        caddy.ShouldBe(
            """
            slipway.yaml:4:51: the proxy can't serve that: Port 5432: Caddy passes no tcp on: that is a plug-in, which its official image lacks
            slipway.yaml:4:80: the proxy can't serve that: Port 53: Caddy passes no udp on: that is a plug-in, which its official image lacks
            slipway.yaml:4:107: service "web" has port 3000 already
            """);
        nginx.ShouldContain("slipway.yaml:4:80: the proxy can't serve that: Port 53: nginx can be switched for datagrams only by a reload");
        nginx.ShouldContain("slipway.yaml:5:3: the proxy can't serve that: Port 80: nginx speaks either HTTP/1.1 or HTTP/2 on a port without TLS, and not both");
        nginx.ShouldNotContain("5432");
        haproxy.ShouldContain("slipway.yaml:4:80: the proxy can't serve that: Port 53: HAProxy passes no datagrams on");
        haproxy.ShouldNotContain("Port 80");
    }

    [Fact]
    public async Task Migrations_need_a_database() =>
        (await FailAsync(Good.Replace("database: {service: db}", "migrations: {service: web, folder: .}", StringComparison.Ordinal), Compose))
            .ShouldBe("slipway.yaml:6:14: migrations need \"database\", so that Slipway can see what is pending");

    [Fact]
    public async Task A_proxy_that_is_added_must_not_be_there_already() =>
        (await FailAsync(Good.Replace("service: edge", "image: nginx", StringComparison.Ordinal), Compose.Replace("edge:", "slipway-proxy:", StringComparison.Ordinal)))
            .ShouldBe("slipway.yaml:2:8: Slipway would add a service \"slipway-proxy\", but the compose file has one of that name");

    [Fact]
    public async Task A_compose_file_that_is_missing_is_told_with_the_nearest_one() =>
        (await FailAsync(Good + "\ncompose: compose.yml\n", Compose)).ShouldBe("slipway.yaml: the compose file compose.yml does not exist (did you mean \"compose.yaml\"?)");

    [Fact]
    public async Task What_compose_says_about_its_file_is_passed_on_with_the_other_mistakes()
    {
        var error = await FailAsync(Good + "\nkeep-warm: 1\n", Compose.Replace("image: web", "imge: web", StringComparison.Ordinal));

        error.ShouldContain("compose.yaml: ");
        error.ShouldContain("imge");
        error.ShouldContain("slipway.yaml:7:12: \"keep-warm\"");
    }

    [Theory]
    [InlineData("nginx:${SLIPWAY_TEST_UNSET}", "nginx:")]
    [InlineData("Nginx Up:1", "Nginx Up:1")]
    public async Task An_image_of_the_proxy_that_no_image_can_be_called_is_told_with_its_place(string image, string shown) =>
        (await FailAsync(Good.Replace("service: edge", $"image: \"{image}\"", StringComparison.Ordinal), Compose))
            .ShouldBe($"slipway.yaml:2:22: \"{shown}\" can't be the name of an image (write it like nginx:1.28; is a variable in it unset?)");

    [Fact]
    public async Task An_image_in_capitals_is_told() =>
        (await FailAsync(Good, Compose.Replace("image: web", "image: Web", StringComparison.Ordinal)))
            .ShouldContain("the compose file gives service \"web\" the image \"Web\", which can't be the name of one");

    [Fact]
    public async Task A_variable_that_is_not_set_is_a_warning()
    {
        var application = await LoadAsync(Good, Compose.Replace("image: web", "image: \"web$SLIPWAY_TEST_UNSET\"", StringComparison.Ordinal));

        application.Warnings.ShouldHaveSingleItem().ShouldContain("\"SLIPWAY_TEST_UNSET\" variable is not set");
    }

    [Fact]
    public async Task A_secret_that_is_not_set_is_told_with_its_place()
    {
        var uses = Compose.Replace("web: {image: web,", "web: {image: web, secrets: [key],", StringComparison.Ordinal);
        var error = await FailAsync(Good, uses + "\nsecrets:\n  key: {environment: SLIPWAY_TESTS_NEVER_SET}\n");

        error.ShouldBe(
            "compose.yaml:6:9: the secret \"key\" is the variable SLIPWAY_TESTS_NEVER_SET, which is not set "
            + "(set SLIPWAY_TESTS_NEVER_SET in the environment of Slipway, or in .env)");
    }

    [Fact]
    public async Task A_variable_that_has_to_be_set_is_told_with_its_place()
    {
        var error = await FailAsync(Good, Compose.Replace("POSTGRES_PASSWORD: hidden", "POSTGRES_PASSWORD: \"${SLIPWAY_TESTS_NEVER_SET:?is needed}\"", StringComparison.Ordinal));

        error.ShouldStartWith("compose.yaml:3:");
        error.ShouldContain("required variable SLIPWAY_TESTS_NEVER_SET is missing a value: is needed");
    }

    private static async Task<string> FailAsync(string settings, string compose)
    {
        var error = await Should.ThrowAsync<SlipwayException>(() => LoadAsync(settings, compose));
        error.Code.ShouldBe(ExitCode.BadConfiguration);

        // Places are shown relative to the current folder, which a temporary one is far from.
        return FolderOfTest().Replace(error.Message, string.Empty);
    }

    [GeneratedRegex("(?:[.][.]/|/)(?:[^ :]*/)?slipway-tests-[^/]*/")]
    private static partial Regex FolderOfTest();

    private static async Task<Application> LoadAsync(string settings, string compose)
    {
        using var folder = new TemporaryFolder();
        folder.Write("slipway.yaml", settings);
        folder.Write("compose.yaml", compose);
        var problems = new List<ConfigurationProblem>();
        var read = SettingsReader.Read(folder.Path, StrategyList.All, problems);
        return (await new ApplicationLoader(new CommandRunner(null)).LoadAsync(read, problems, TestContext.Current.CancellationToken)).Application;
    }
}
