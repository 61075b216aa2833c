using Slipway.Deployment.Configuration;
using Slipway.Deployment.Strategies;
using Slipway.Testing;

namespace Slipway.Deployment.Tests.Configuration;

/// <summary>The stages by which a new release gets requests, in slipway.yaml.</summary>
public sealed class CanarySpecs
{
    [Fact]
    public void A_share_holds_until_the_next_one_and_a_header_or_cookie_until_the_end()
    {
        var canary = Read("[{header: \"X-Canary: yes\", for: 1m}, {share: 5%, for: 30s}, {cookie: beta, for: 5s}]", []).ShouldNotBeNull();

        canary.Stages.Select(s => (s.Percent, s.Matches, s.Duration.TotalSeconds)).ShouldBe([(0, 1, 60), (5, 1, 30), (5, 2, 5)]);
        canary.Proxy.Matches.Select(m => m.ToString()).ShouldBe(["header X-Canary: yes", "cookie beta"]);
    }

    [Theory]
    [InlineData("5%", "\"canary\" in service \"web\" must be a list of stages")]
    [InlineData("[]", "must be a list of stages")]
    [InlineData("[{for: 1m}]", "needs \"share\", \"header\" or \"cookie\"")]
    [InlineData("[{share: 5%}]", "lacks \"for\"")]
    [InlineData("[{share: 0%, for: 1m}]", "\"share\" must be 1% to 99%, not \"0%\"")]
    [InlineData("[{share: 100%, for: 1m}]", "must be 1% to 99%")]
    [InlineData("[{share: half, for: 1m}]", "must be 1% to 99%")]
    [InlineData("[{share: 50%, for: 1m}, {share: 5%, for: 1m}]", "the share falls from 50% to 5%")]
    [InlineData("[{header: \"X Canary: yes\", for: 1m}]", "is not the name of a header")]
    [InlineData("[{header: \"X-Canary: a;b\", for: 1m}]", "is not a value")]
    [InlineData("[{cookie: \"beta=$x\", for: 1m}]", "is not a value")]
    [InlineData("[{share: 5%, wait: 1m}]", "unknown key \"wait\"")]
    [InlineData("[5%]", "must be a mapping")]
    public void What_is_no_stage_is_told_with_its_place(string canary, string problem)
    {
        var problems = new List<ConfigurationProblem>();

        Read(canary, problems);

        var told = problems.Select(p => p.ToString()).First(p => p.Contains(problem, StringComparison.Ordinal));
        told.ShouldMatch("^slipway.yaml:[34]:[0-9]+: |slipway.yaml:[34]:[0-9]+: ");
    }

    private static CanarySettings? Read(string canary, List<ConfigurationProblem> problems)
    {
        using var folder = new TemporaryFolder();
        folder.Write("slipway.yaml", $"application: a\nproxy: {{kind: nginx, service: p}}\nservices:\n  web: {{strategy: blue-green, port: 80, canary: {canary}}}\n");
        return SettingsReader.Read(folder.Path, StrategyList.All, problems).Services["web"].Canary;
    }
}
