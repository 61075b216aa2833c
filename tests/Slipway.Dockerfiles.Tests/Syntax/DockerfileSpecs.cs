using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Tests.Syntax;

public sealed class DockerfileSpecs
{
    [Fact]
    public void A_backtick_continues_lines_when_a_directive_says_so()
    {
        var file = Parse("# escape=`\nFROM a\nRUN dir `\n  c:\\\n");

        file.Escape.ShouldBe('`');
        file.Instructions[1].Rest.Text.ShouldBe("dir   c:\\");
    }

    [Theory]
    [InlineData("# syntax=a\n# escape=`\n# check=skip=all\nFROM a\n", 3)]
    [InlineData("# a comment\n# escape=`\nFROM a\n", 0)]
    [InlineData("\n# escape=`\nFROM a\n", 0)]
    [InlineData("# unknown=1\n# escape=`\nFROM a\n", 0)]
    [InlineData("#  SYNTAX = a\nFROM a\n", 1)]
    [InlineData("\ufeff# syntax=a\nFROM a\n", 1)]
    public void Directives_only_count_before_everything_else(string text, int directives) => Parse(text).Directives.Count.ShouldBe(directives);

    [Fact]
    public void A_directive_must_not_be_repeated() => Parse("# syntax=a\n# syntax=b\nFROM a\n").Problems.ShouldHaveSingleItem().Message.ShouldContain("syntax");

    [Fact]
    public void Heredocs_belong_to_their_instruction()
    {
        var file = Parse("FROM a\nRUN <<ONE cat <<-'TWO' > x\na $b\nONE\n\tc\n\tTWO\nCOPY <<EOF /x\nd\nEOF\nRUN [\"cat\", \"<<EOF\"]\n");

        var run = file.Instructions[1];
        run.Heredocs.Select(h => (h.Name, h.Expands, h.StripsTabs, h.Content.Text)).ShouldBe([("ONE", true, false, "a $b\n"), ("TWO", false, true, "\tc\n")]);
        file.Instructions[2].Heredocs.ShouldHaveSingleItem().Content.Text.ShouldBe("d\n");
        file.Instructions[3].Heredocs.ShouldBeEmpty();
        file.Instructions.Count.ShouldBe(4);
    }

    [Fact]
    public void A_heredoc_without_end_is_told_where_it_begins()
    {
        var file = Parse("FROM a\nRUN <<EOF\necho\n");

        file.Problems.ShouldHaveSingleItem().Message.ShouldBe("the heredoc EOF doesn't end");
        file.Source.PositionOf(file.Problems[0].Span.Start).ShouldBe(new LinePosition(2, 1));
    }

    [Fact]
    public void Every_word_knows_its_place()
    {
        var file = Parse("FROM a\r\nCOPY --chown=1:2 \\\r\n  # why\r\n  one \\\r\n  two /three\r\n");

        var copy = file.Instructions[1];
        copy.Flag("chown")!.Value.ShouldBe("1:2");
        copy.Words.Select(w => file.Source.Slice(w.Span)).ShouldBe(["one", "two", "/three"]);
        copy.Words.Select(w => file.Source.PositionOf(w.Span.Start).Line).ShouldBe([4, 5, 5]);
        copy.InnerComments.ShouldHaveSingleItem().Text.ShouldBe("why");
    }

    [Fact]
    public void The_strings_of_a_JSON_form_know_their_places()
    {
        var file = Parse("FROM a\nCMD [\"sh\", \"a\\\"b\\u0041\"]\n");

        file.Instructions[1].Words[1].Text.ShouldBe("a\"bA");
        file.Source.Slice(file.Instructions[1].Words[1].Span).ShouldBe("\"a\\\"b\\u0041\"");
    }

    [Fact]
    public void An_ONBUILD_has_an_instruction_within()
    {
        var trigger = Parse("FROM a\nONBUILD COPY --from=b x /y\n").Instructions[1].Trigger!;

        trigger.Name.ShouldBe("COPY");
        trigger.Flag("from")!.Value.ShouldBe("b");
    }

    [Fact]
    public void Comments_above_belong_to_the_instruction_below()
    {
        var file = Parse("# one\n#\n# two\n\n# three\nFROM a\n# four\n");

        file.Instructions[0].Comments.Select(c => c.Text).ShouldBe(["two", "three"]);
        file.Comments.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("FROM a\nRUN x", "Keyword Whitespace Argument NewLine Keyword Whitespace Argument")]
    [InlineData("\ufeff# c\nFROM a \\\n b\n", "ByteOrderMark Comment NewLine Keyword Whitespace Argument Whitespace Continuation Whitespace Argument NewLine")]
    [InlineData("COPY --link -- a b", "Keyword Whitespace Flag Whitespace Flag Whitespace Argument Whitespace Argument")]
    [InlineData("RUN <<E\na\nE\n", "Keyword Whitespace Argument NewLine HeredocBody HeredocEnd NewLine")]
    public void Every_character_is_part_of_a_token(string text, string kinds) => string.Join(' ', Parse(text).Tokens().Select(t => t.Kind)).ShouldBe(kinds);

    private static Dockerfile Parse(string text) => Dockerfile.Parse(SourceText.From("Dockerfile", text));
}
