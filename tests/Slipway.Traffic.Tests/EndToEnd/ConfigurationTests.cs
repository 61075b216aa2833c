using Slipway.Traffic.Proxies;
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
                foreach (var name in Plans.Names)
                    all.Add(kind.Name, name.Data);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task The_proxy_itself_accepts_every_configuration_without_a_warning(string kind, string plan)
    {
        var proxy = Kinds.Of(kind);

        var (exitCode, output, error) = await TestAsync(proxy, proxy.Files(Plans.Named(plan)).Single().Content);

        (output + error).ShouldBe("");
        exitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("nginx", "unknown directive \"nonsense\"")]
    [InlineData("haproxy", "unknown keyword 'nonsense' in 'global' section")]
    public async Task The_proxy_itself_says_what_is_wrong_and_where(string kind, string expected)
    {
        var proxy = Kinds.Of(kind);
        var lines = proxy.Files(Plans.One).Single().Content.Split('\n').ToList();
        lines.Insert(2, "    nonsense;".TrimEnd(kind == "haproxy" ? ';' : ' '));

        var (exitCode, _, error) = await TestAsync(proxy, string.Join('\n', lines));

        exitCode.ShouldNotBe(0);
        error.ShouldContain(expected);
        error.ShouldContain(":3");
    }

    private static Task<(int ExitCode, string Output, string Error)> TestAsync(IProxy proxy, string configuration)
    {
        string[] user = proxy.User is { } id ? ["--user", id] : [];
        return Docker.TryAsync(["run", "--rm", "-i", "--network", "none", .. user, Images.Of(proxy.Name), .. proxy.TestConfiguration], configuration);
    }
}
