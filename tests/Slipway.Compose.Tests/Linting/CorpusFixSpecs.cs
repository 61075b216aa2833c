using System.Text.Json.Nodes;
using Slipway.Compose.Linting;
using Slipway.Compose.Surroundings;
using Slipway.Compose.Tests.Oracle;
using Slipway.Findings.Sources;
using Slipway.Testing;

namespace Slipway.Compose.Tests.Linting;

/// <summary>Mends compose files of people who never heard of Slipway, and asks compose what has changed.</summary>
public sealed class CorpusFixSpecs
{
    private static readonly string[] Intended = ["healthcheck", "restart"];
    private static readonly string? Corpus = Environment.GetEnvironmentVariable("SLIPWAY_CORPUS");

    public static bool HasCorpus => Directory.Exists(Path.Combine(Corpus ?? "", "compose-apps"));

    public static IEnumerable<TheoryDataRow<string>> Applications => HasCorpus
        ? Directory.GetDirectories(Path.Combine(Corpus!, "compose-apps")).Order(StringComparer.Ordinal).Select(folder => new TheoryDataRow<string>(Path.GetFileName(folder)))
        : [new("none")];

    [Theory(Skip = "SLIPWAY_CORPUS names no folder with compose-apps", SkipUnless = nameof(HasCorpus))]
    [MemberData(nameof(Applications))]
    public void Only_what_was_meant_to_change_changes_for_compose(string name) => Check(Path.Combine(Corpus!, "compose-apps", name));

    [Fact]
    public void Only_what_was_meant_to_change_changes_in_the_sample_as_it_was_found() => Check(RepositoryFile.PathOf("samples/hello-bot-before"));

    [Fact]
    public void The_sample_leaves_nothing_to_mend()
    {
        var source = SourceText.From("compose.yaml", File.ReadAllBytes(RepositoryFile.PathOf("samples/hello-bot/compose.yaml")));

        new ComposeLinter(new ComposeSurroundings { Images = new Images() }).Fix(source).Applied.ShouldBeEmpty();
    }

    private static void Check(string folder)
    {
        var file = Directory.GetFiles(folder, "*compose.y*ml").ShouldHaveSingleItem();
        var source = SourceText.From("compose.yaml", File.ReadAllBytes(file));
        var around = new ComposeSurroundings { Images = new Images() };

        var outcome = new ComposeLinter(around).Fix(source);

        outcome.Converged.ShouldBeTrue();
        outcome.Applied.ShouldNotBeEmpty("every one of them lacks something");
        new ComposeLinter(around).Fix(outcome.After).Changes.ShouldBeFalse();
        Lines(source).Except(Lines(outcome.After)).ShouldBeEmpty("lines are added, none is changed");
        var (before, after) = (Config(source), Config(outcome.After));
        foreach (var service in before["services"]!.AsObject())
        {
            foreach (var key in Intended)
            {
                service.Value!.AsObject().Remove(key);
                after["services"]![service.Key]!.AsObject().Remove(key);
            }
        }

        after.ToJsonString().ShouldBe(before.ToJsonString());
    }

    private static IEnumerable<string> Lines(SourceText source) => source.Text.Split('\n').Select(line => line.TrimEnd('\r'));

    private static JsonNode Config(SourceText source)
    {
        using var application = new Application(("compose.yaml", source.Text));
        var config = JsonNode.Parse(ComposeCli.Config(application.Folder, "--project-name", "app", "-f", Path.Combine(application.Folder, "compose.yaml")))!;
        return JsonNode.Parse(config.ToJsonString().Replace(application.Folder, "/app", StringComparison.Ordinal))!;
    }

    /// <summary>As if every image had bash and nothing else.</summary>
    private sealed class Images : IServiceImages
    {
        public ImageFacts Find(string service, string? image) => new() { HasHealthCheck = false, HasProgram = program => program == "bash" ? true : null };
    }
}
