using Slipway.Deployment.Observation;
using Slipway.Testing;

namespace Slipway.Deployment.Tests.Observation;

/// <summary>What a .dockerignore keeps out of a build.</summary>
public sealed class ContextIgnoreSpecs
{
    [Theory]
    [InlineData("*.log", "a.log", true)]
    [InlineData("*.log", "logs/a.log", false)]
    [InlineData("**/*.log", "logs/deep/a.log", true)]
    [InlineData("**/*.log", "a.log", true)]
    [InlineData("logs", "logs/deep/a.txt", true)]
    [InlineData("logs/", "logs/a.txt", true)]
    [InlineData("/logs", "logs/a.txt", true)]
    [InlineData("./logs", "logs/a.txt", true)]
    [InlineData("logs", "other/logs/a.txt", false)]
    [InlineData("**/node_modules", "web/node_modules/x/y.js", true)]
    [InlineData("web/**", "web/a/b", true)]
    [InlineData("a?.txt", "ab.txt", true)]
    [InlineData("a?.txt", "abc.txt", false)]
    [InlineData("*\n!keep.txt", "keep.txt", false)]
    [InlineData("*\n!keep.txt", "drop.txt", true)]
    [InlineData("docs\n!docs/keep.md", "docs/keep.md", false)]
    [InlineData("!keep.txt\n*", "keep.txt", true)]
    [InlineData("*\n![ab].txt", "a.txt", false)]
    [InlineData("*\n![ab].txt", "anything", true)]
    [InlineData("# *.txt", "a.txt", false)]
    [InlineData("  *.txt  ", "a.txt", true)]
    [InlineData("", ".git/HEAD", true)]
    [InlineData("", ".slipway/slots.yaml", true)]
    [InlineData("", ".gitignore", false)]
    public void The_last_pattern_that_matches_decides(string patterns, string path, bool ignored)
    {
        using var folder = new TemporaryFolder();
        folder.Write(".dockerignore", patterns);

        ContextIgnore.Read(folder.Path, Path.Combine(folder.Path, "Dockerfile")).Ignores(path).ShouldBe(ignored);
    }

    [Fact]
    public void The_ignore_file_of_a_Dockerfile_wins()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".dockerignore", "a.txt\n");
        folder.Write("web.Dockerfile.dockerignore", "b.txt\n");

        var ignore = ContextIgnore.Read(folder.Path, Path.Combine(folder.Path, "web.Dockerfile"));

        (ignore.Ignores("a.txt"), ignore.Ignores("b.txt")).ShouldBe((false, true));
    }
}
