using System.Text.RegularExpressions;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Strategies;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;
using Slipway.Testing;

namespace Slipway.Deployment.Tests.Configuration;

/// <summary>What a proxy is to do with requests, held against its kind and against the files that are there.</summary>
public sealed partial class HandlingSpecs
{
    private const string Hash = "$2b$05$z5K6w5ELhke7wYBlpvPrv.kPGBQaE6wiCwPzpAey2F79YUv3uqmtO";

    [Theory]
    [InlineData("nginx", "response-headers: {Server: none}", "", "5:60: nginx says Server itself, and can't be told to say another or none")]
    [InlineData("haproxy", "protocol: grpc, max-body: 1MB", "", "5:76: HAProxy counts only the bodies of requests that announce their length")]
    [InlineData("haproxy", "buffering: true", "", "5:60: HAProxy holds neither requests nor answers back")]
    [InlineData("caddy", "protocol: http", "buffering: true", "2:39: Caddy would hold requests and answers in memory")]
    [InlineData("caddy", "request-headers: {X-A: \"{b}\"}", "", "5:60: Caddy can't have { or } in the value of X-A")]
    [InlineData("nginx", "protocol: tcp, compression: true", "", "5:75: \"compression\" is about requests, of which service \"web\" has none: its connections are passed on as they are")]
    [InlineData("nginx", "maintenance: soon.html", "", "5:60: soon.html does not exist (paths are relative to the folder of slipway.yaml)")]
    [InlineData("nginx", "auth: users", "", "5:60: users does not exist")]
    [InlineData("nginx", "auth: secret:user", "", "5:60: no service of the compose file uses a secret \"user\" (did you mean \"users\"?)")]
    [InlineData("nginx", "auth: good/folder", "", "5:60: good/folder can't be read")]
    [InlineData("nginx", "auth: plain", "", "5:60: line 2 of plain is no name with the hash of a password that would take long to guess (htpasswd -B writes it)")]
    [InlineData("nginx", "auth: nobody", "", "5:60: nobody names nobody who may ask")]
    [InlineData("caddy", "auth: sha512", "", "5:60: Caddy knows passwords by bcrypt only, and that of ada is hashed otherwise (htpasswd -B)")]
    [InlineData("nginx", "extra: [\"} server {\"]", "", "5:68: this closes a block that it has not opened, or leaves one open")]
    [InlineData("haproxy", "extra: \"backend mine\"", "", "5:67: \"backend\" begins a section, and what follows would no longer be where it belongs")]
    [InlineData("nginx", "protocol: http", "extra: \"if ($a) {\"", "2:46: this closes a block that it has not opened, or leaves one open")]
    [InlineData("caddy", "protocol: http", "proxy-protocol: true, trusted: 10.0.0.0/8", "2:39: \"proxy-protocol\" can't be: caddy does not know it; nginx and haproxy do")]
    [InlineData("nginx", "protocol: http", "proxy-protocol: true", "2:39: \"proxy-protocol\" can't be: nobody is \"trusted\"")]
    public async Task What_a_kind_can_not_do_is_told_with_its_place(string kind, string service, string proxy, string problem)
    {
        var error = (await Should.ThrowAsync<SlipwayException>(() => LoadAsync(kind, service, proxy))).ShouldBeOfType<SlipwayException>();

        error.Code.ShouldBe(ExitCode.BadConfiguration);
        error.Message.ShouldNotContain("\n");
        FolderOfTest().Replace(error.Message, string.Empty).ShouldStartWith($"slipway.yaml:{problem}");
        error.Message.ShouldNotContain("secretly");
    }

    [Fact]
    public async Task Files_are_read()
    {
        var application = await LoadAsync("nginx", "auth: good/users, maintenance: good/page.html, maintenance-retry: 2m", "");

        var handling = application.Settings.Services["web"].Requests.Handling;
        handling.Users.Select(u => u.ToString()).ShouldBe(["ada:*****", "bob:*****"]);
        handling.Users[0].Hash.ShouldBe(Hash);
        handling.Maintenance!.Html.ShouldBe("<p>Soon.\n");
        handling.Maintenance.RetryAfter.ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Behind_a_front_nobody_is_trusted()
    {
        var error = await Should.ThrowAsync<SlipwayException>(() => LoadAsync("nginx", "protocol: http", "behind: edge, trusted: 10.0.0.0/8", "image: nginx"));

        error.Message.ShouldContain("\"trusted\" is for a proxy that users come to");
    }

    [Fact]
    public void Each_line_of_the_user_s_own_has_its_place()
    {
        using var folder = new TemporaryFolder();
        folder.Write("slipway.yaml", """
            application: a
            proxy:
              kind: nginx
              service: p
              extra: |
                map $uri $a {
                  default 1;

                }
            services: {}
            """);

        var extra = SettingsReader.Read(folder.Path, StrategyList.All, []).Proxy!.Clients.Extra;

        extra.Select(e => FolderOfTest().Replace(e.Origin, string.Empty)).ShouldBe(["slipway.yaml:6:5", "slipway.yaml:7:7", "slipway.yaml:8:5", "slipway.yaml:9:5"]);
        extra.Select(e => e.Text).ShouldBe(["map $uri $a {", "  default 1;", "", "}"]);
    }

    [GeneratedRegex("(?:[.][.]/|/)(?:[^ :]*/)?slipway-tests-[^/]*/")]
    private static partial Regex FolderOfTest();

    private static async Task<Application> LoadAsync(string kind, string service, string proxy, string where = "service: edge")
    {
        using var folder = new TemporaryFolder();
        folder.Write("slipway.yaml", $"""
            application: shop
            proxy: {"{"}kind: {kind,-7}, {where}, {proxy}{"}"}
            services:

              web: {"{"}strategy: blue-green, port: 3000, ready:     120s, {service}{"}"}
            """);
        folder.Write("compose.yaml", """
            services:
              web: {image: web, expose: ["3000"], secrets: [users]}
              edge: {image: nginx}
            secrets: {users: {file: good/users}}
            """);
        folder.Write("good/users", $"# who may ask\nada:{Hash}\n\nbob:{Hash}\n");
        folder.Write("good/page.html", "<p>Soon.\r\n");
        folder.Write("good/folder/file", "");
        folder.Write("plain", $"ada:{Hash}\nbob:secretly\n");
        folder.Write("nobody", "# nobody\n");
        folder.Write("sha512", $"ada:$6${new string('a', 90)}\n");
        var problems = new List<ConfigurationProblem>();
        var read = SettingsReader.Read(folder.Path, StrategyList.All, problems);
        return (await new ApplicationLoader(new CommandRunner(null)).LoadAsync(read, problems, TestContext.Current.CancellationToken)).Application;
    }
}
