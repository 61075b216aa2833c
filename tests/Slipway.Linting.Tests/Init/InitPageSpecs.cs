using Slipway.Hosts;
using Slipway.Options;
using Slipway.Testing;

namespace Slipway.Linting.Tests.Init;

/// <summary>docs/init.md shows what Init writes.</summary>
public sealed class InitPageSpecs
{
    [Fact]
    public void The_page_shows_what_Init_writes_for_the_application_that_it_shows()
    {
        var page = RepositoryFile.Read("docs/init.md");
        using var folder = new TemporaryFolder();
        folder.Write("compose.yaml", Block(page, "<!-- compose.yaml"));

        InitHost.Run(CommandLineOptions.Read(["--target=Init", $"--app={folder.Path}"], "."), TextWriter.Null, TextWriter.Null, null).ShouldBe(0);

        var written = File.ReadAllText(Path.Combine(folder.Path, "slipway.yaml"));
        // A machine that has its images from elsewhere says so.
        Block(page, "<!-- slipway.yaml").ShouldBe(written.Replace("${SLIPWAY_IMAGES:-docker.io/library}/", string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_shows_what_Init_writes_for_the_front_that_it_shows()
    {
        var page = RepositoryFile.Read("docs/init.md");
        using var folder = new TemporaryFolder();
        folder.Write("compose.yaml", Block(page, "<!-- front/compose.yaml"));
        folder.Write("nginx/shop.conf", Block(page, "<!-- front/nginx/shop.conf"));

        InitHost.Run(CommandLineOptions.Read(["--target=Init", $"--app={folder.Path}"], "."), TextWriter.Null, TextWriter.Null, null).ShouldBe(0);

        var written = File.ReadAllText(Path.Combine(folder.Path, "slipway.yaml"));
        Block(page, "<!-- front/slipway.yaml").ShouldBe(written.Replace("${SLIPWAY_IMAGES:-docker.io/library}/", string.Empty, StringComparison.Ordinal));
    }

    private static string Block(string page, string mark)
    {
        var begin = page.IndexOf('\n', page.IndexOf("```", page.IndexOf(mark, StringComparison.Ordinal), StringComparison.Ordinal)) + 1;
        return page[begin..page.IndexOf("```", begin, StringComparison.Ordinal)];
    }
}
