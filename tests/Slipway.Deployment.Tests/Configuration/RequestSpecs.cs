using Slipway.Deployment.Configuration;
using Slipway.Deployment.Strategies;
using Slipway.Testing;
using Slipway.Traffic.Requests;

namespace Slipway.Deployment.Tests.Configuration;

/// <summary>What slipway.yaml says of requests and of clients.</summary>
public sealed class RequestSpecs
{
    [Theory]
    [InlineData("1B", 1)]
    [InlineData("512KB", 512_000)]
    [InlineData("100MB", 100_000_000)]
    [InlineData("1.5GB", 1_500_000_000)]
    [InlineData("64MiB", 64L << 20)]
    [InlineData("2 GiB", 2L << 30)]
    public void A_size_has_a_unit(string size, long bytes) => Read($"max-body: {size}", []).MaxBody.ShouldBe(bytes);

    [Fact]
    public void A_service_says_otherwise_than_all()
    {
        var handling = Read(
            "max-body: 1MB, request-headers: {X-Env: web, X-Own: 1}",
            [],
            "max-body: 2MB, connect-timeout: 2s, request-headers: {x-env: all, Cookie: null}, response-headers: {X-Frame-Options: DENY}");

        handling.MaxBody.ShouldBe(1_000_000);
        handling.ConnectTimeout.ShouldBe(TimeSpan.FromSeconds(2));
        handling.RequestHeaders.ShouldBe([new HeaderRule("Cookie", null), new HeaderRule("X-Env", "web"), new HeaderRule("X-Own", "1")]);
        handling.ResponseHeaders.ShouldBe([new HeaderRule("X-Frame-Options", "DENY")]);
    }

    [Fact]
    public void An_address_is_a_network_of_one()
    {
        using var folder = new TemporaryFolder();
        folder.Write("slipway.yaml", "application: a\nproxy: {kind: nginx, service: p, trusted: [10.0.0.0/8, 192.0.2.7, \"2001:db8::1\"]}\nservices: {}\n");
        var problems = new List<ConfigurationProblem>();

        var settings = SettingsReader.Read(folder.Path, StrategyList.All, problems);

        problems.ShouldBeEmpty();
        settings.Proxy!.Clients.Trusted.Select(n => n.ToString()).ShouldBe(["10.0.0.0/8", "192.0.2.7/32", "2001:db8::1/128"]);
    }

    [Theory]
    [InlineData("max-body: 100", "\"max-body\" must be a size of 1B or more, not \"100\" (write 512KB, 100MB, 1.5GB or 64MiB)")]
    [InlineData("max-body: 100M", "not \"100M\"")]
    [InlineData("max-body: 0MB", "not \"0MB\"")]
    [InlineData("max-body: -1MB", "not \"-1MB\"")]
    [InlineData("max-body: 99999999999GB", "not \"99999999999GB\"")]
    [InlineData("response-timeout: 500ms", "\"response-timeout\" must be whole seconds, one or more, not \"500ms\"")]
    [InlineData("connect-timeout: 10", "\"connect-timeout\" in service \"web\" must be a duration, not \"10\"")]
    [InlineData("response-headers: [a]", "\"response-headers\" must be a mapping of headers to values")]
    [InlineData("response-headers: {\"X Frame\": a}", "\"X Frame\" is not a header's name")]
    [InlineData("response-headers: {Content-Length: 7}", "Content-Length says how a message is framed, which is the proxy's own business")]
    [InlineData("request-headers: {X-Env: \"a\\nb\"}", "The value of X-Env has other characters than those of ASCII that can be printed")]
    [InlineData("request-headers: {X-Env: [a]}", "must have a text, or null")]
    [InlineData("max-bodi: 1MB", "unknown key \"max-bodi\" in service \"web\"")]
    public void What_is_wrong_is_told_with_its_place(string keys, string problem)
    {
        var problems = new List<ConfigurationProblem>();

        Read(keys, problems);

        problems.Select(p => p.ToString()).ShouldHaveSingleItem().ShouldContain(problem);
        problems[0].Place.Line.ShouldBe(4);
        problems[0].Place.Column.ShouldBeGreaterThan(40);
    }

    [Theory]
    [InlineData("10.0.0.1/8", "do you mean 10.0.0.0/8?")]
    [InlineData("10.0.0.0/33", "write 10.0.0.0/8, 192.0.2.7 or 2001:db8::/32")]
    [InlineData("lb.example.org", "write 10.0.0.0/8")]
    [InlineData("10", "is neither an address nor a network")]
    public void What_is_no_network_is_told(string network, string remedy)
    {
        var problems = new List<ConfigurationProblem>();

        Read("port: 80", problems, $"trusted: [{network}]");

        problems.Select(p => p.ToString()).ShouldHaveSingleItem().ShouldMatch(@"slipway.yaml:2:\d+: ");
        problems[0].ToString().ShouldContain(remedy);
    }

    private static RequestHandling Read(string service, List<ConfigurationProblem> problems, string proxy = "listen: 80")
    {
        using var folder = new TemporaryFolder();
        folder.Write("slipway.yaml", $"application: a\nproxy: {{kind: nginx, service: p, {proxy}}}\nservices:\n  web: {{strategy: blue-green, port: 80, {service}}}\n".Replace("port: 80, port: 80", "port: 80", StringComparison.Ordinal));
        var settings = SettingsReader.Read(folder.Path, StrategyList.All, problems);
        return settings.Services["web"].Requests.Handling.Over(settings.Proxy!.Requests.Handling);
    }
}
