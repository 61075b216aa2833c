using Slipway.Dockerfiles.Ignoring;

namespace Slipway.Dockerfiles.Tests.Ignoring;

/// <summary>What moby/patternmatcher does with the same patterns and paths.</summary>
public sealed class IgnoreFileSpecs
{
    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("a", "b/a", false)]
    [InlineData("a", "a/b/c", true)]
    [InlineData("/a", "a", true)]
    [InlineData("a/", "a/b", true)]
    [InlineData("./a/../b", "b", true)]
    [InlineData("*", "a/b", true)]
    [InlineData("*.md", "README.md", true)]
    [InlineData("*.md", "docs/README.md", false)]
    [InlineData("*/*.md", "docs/README.md", true)]
    [InlineData("**/*.md", "README.md", true)]
    [InlineData("**/*.md", "a/b/c.md", true)]
    [InlineData("**", "a/b", true)]
    [InlineData("a/**", "a/b/c", true)]
    [InlineData("a/**", "a", false)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("**/foo", "foo", true)]
    [InlineData("**/foo", "x/foo/y", true)]
    [InlineData("**foo", "xfoo", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[^a-c]x", "bx", false)]
    [InlineData("a\\*b", "a*b", true)]
    [InlineData("a\\*b", "axb", false)]
    [InlineData("a.c", "abc", false)]
    [InlineData("A", "a", false)]
    [InlineData("*\n!a", "a", false)]
    [InlineData("*\n!a", "a/b", false)]
    [InlineData("*\n!a/b", "a/c", true)]
    [InlineData("*\n!a/b", "a/b", false)]
    [InlineData("*.md\n!README.md", "README.md", false)]
    [InlineData("*.md\n!README*.md\nREADME-secret.md", "README-secret.md", true)]
    [InlineData("!a\n*", "a", true)]
    [InlineData("# a\n\n  b  ", "b", true)]
    [InlineData("# a", "# a", false)]
    [InlineData("\ufeffa", "a", true)]
    [InlineData("a\r\nb\r\n", "b", true)]
    [InlineData("! a", "a", false)]
    public void A_path_is_ignored_as_the_engine_ignores_it(string patterns, string path, bool ignored) => IgnoreFile.Parse(patterns).Ignores(path).ShouldBe(ignored);

    [Theory]
    [InlineData("[")]
    [InlineData("a[")]
    [InlineData("[]a]")]
    [InlineData("a\\")]
    [InlineData("!")]
    public void What_the_engine_refuses_is_a_problem(string pattern) => IgnoreFile.Parse(pattern).Problems.ShouldHaveSingleItem();

    [Fact]
    public void No_pattern_takes_long() => IgnoreFile.Parse(string.Concat(Enumerable.Repeat("*a", 200)) + "b").Ignores(new string('a', 5_000)).ShouldBeFalse();
}
