using Slipway.Compose.Files;
using Slipway.Compose.Inline;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Tests.Inline;

/// <summary>Dockerfiles within compose files.</summary>
public sealed class InlineDockerfileSpecs
{
    [Fact]
    public void Each_character_of_a_block_knows_its_place()
    {
        const string compose = "services:\n  web:\n    build:\n      context: ./app\n      dockerfile_inline: |2\n          FROM debian:12\n\n        RUN ls\n";

        var inline = In(compose).ShouldHaveSingleItem();

        inline.Context.ShouldBe("./app");
        inline.Text.Text.ShouldBe("  FROM debian:12\n\nRUN ls\n");
        var run = inline.Text.Text.IndexOf("RUN", StringComparison.Ordinal);
        inline.PlaceOf(new(run, "RUN ls".Length)).ShouldBe(new TextSpan(compose.IndexOf("RUN", StringComparison.Ordinal), "RUN ls".Length));
    }

    [Fact]
    public void Two_dollars_are_one()
    {
        const string compose = "services:\n  a:\n    build:\n      dockerfile_inline: |\n        FROM a\n        RUN $$A\n";

        var inline = In(compose).ShouldHaveSingleItem();

        inline.Text.Text.ShouldBe("FROM a\nRUN $A\n");
        inline.PlaceOf(new(inline.Text.Text.Length - 2, 1)).Start.ShouldBe(compose.Length - 2);
    }

    [Theory]
    [InlineData("\"FROM a\\nRUN b\\n\"")]
    [InlineData(">\n        FROM a\n")]
    public void Text_without_places_stands_where_its_value_begins(string value)
    {
        var compose = $"services:\n  a:\n    build:\n      dockerfile_inline: {value}\n";

        In(compose).ShouldHaveSingleItem().PlaceOf(new(5, 1)).Start.ShouldBe(compose.IndexOf(value, StringComparison.Ordinal));
    }

    [Fact]
    public void Aliases_and_merge_keys_are_followed()
    {
        const string compose = "x: &x\n  dockerfile_inline: |\n    FROM a\nservices:\n  one:\n    build: *x\n  two:\n    build:\n      <<: *x\n      context: there\n";

        var start = compose.IndexOf("FROM", StringComparison.Ordinal);
        In(compose).Select(i => (i.Context, i.PlaceOf(new(0, 4)).Start)).ShouldBe([(".", start), ("there", start)]);
    }

    [Theory]
    [InlineData("services:\n  a:\n    build: .\n  b:\n    image: c\n  d:\n    build:\n      dockerfile_inline: \"\"\n")]
    [InlineData("services: [")]
    [InlineData("")]
    public void A_file_without_one_has_none(string compose) => In(compose).ShouldBeEmpty();

    private static IReadOnlyList<InlineDockerfile> In(string compose) => InlineDockerfile.In(new ComposeFile(SourceText.From("compose.yaml", compose)));
}
