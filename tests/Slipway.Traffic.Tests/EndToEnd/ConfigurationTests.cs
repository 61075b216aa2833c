using Slipway.Testing.Engine;
using Slipway.Testing.Programs;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Proxies.Tls;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class ConfigurationTests
{
    public static TheoryData<string, string> Everything
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var kind in ProxyKinds.All)
            {
                foreach (var name in Plans.Names)
                {
                    all.Add(kind.Name, name.Data);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task The_proxy_itself_accepts_every_configuration_without_a_warning(string kind, string plan)
    {
        var proxy = Kinds.Of(kind);

        var (_, exitCode, output, error) = await TestAsync(proxy, proxy.Files(Plans.Named(plan)), TlsFiles.Of(Plans.Named(plan)));

        // nginx from 1.25.1 on wants it said otherwise, which those before don't understand.
        (output + error).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(l => !l.Contains("the \"listen ... http2\" directive is deprecated", StringComparison.Ordinal)).ShouldBeEmpty();
        exitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Caddy_itself_accepts_that_it_is_to_obtain_certificates_without_a_warning()
    {
        var proxy = Kinds.Of("caddy");

        var (_, exitCode, output, error) = await TestAsync(proxy, proxy.Files(Plans.Obtained));

        (output + error).ShouldBe("");
        exitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("nginx", "unknown directive \"nonsense\" in /etc/nginx/nginx.conf:3")]
    [InlineData("haproxy", "[/usr/local/etc/haproxy/haproxy.cfg:3] : unknown keyword 'nonsense' in 'global' section")]
    [InlineData("caddy", "/etc/caddy/Caddyfile:3: unrecognized global option: nonsense")]
    public async Task The_proxy_itself_says_what_is_wrong_and_where(string kind, string expected)
    {
        var proxy = Kinds.Of(kind);
        var file = proxy.Files(Plans.One).ShouldHaveSingleItem();
        var lines = file.Content.Split('\n').ToList();
        lines.Insert(2, kind switch { "nginx" => "nonsense;", "caddy" => "\tnonsense", _ => "    nonsense" });

        var (_, exitCode, _, error) = await TestAsync(proxy, [file with { Content = string.Join('\n', lines) }]);

        exitCode.ShouldNotBe(0);
        error.ShouldContain(expected);
    }

    // As Preflight does it: nothing of the application is there yet.
    private static async Task<ProgramResult> TestAsync(IProxy proxy, IReadOnlyList<ProxyFile> files, params IReadOnlyList<TlsFile> certificates)
    {
        var name = $"traffic-test-{Guid.NewGuid():N}";
        string[] user = proxy.User is { } id ? ["--user", id] : [];
        var (program, arguments) = (proxy.TestConfiguration[0], proxy.TestConfiguration.Skip(1));
        await Docker.RunAsync(["create", "--name", name, "--network", "none", .. user, "--entrypoint", program, ProxyImages.Of(proxy.Name), .. arguments]);
        try
        {
            foreach (var file in files)
            {
                await ProxyContainer.CopyAsync(file, name);
            }

            foreach (var file in certificates)
            {
                await ProxyContainer.CopyAsync(file, name);
            }

            return await Docker.TryAsync(["start", "-a", name]);
        }
        finally
        {
            await Docker.TryAsync(["rm", "-f", "-v", name]);
        }
    }
}
