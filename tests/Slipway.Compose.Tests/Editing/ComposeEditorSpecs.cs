using Slipway.Compose.Editing;
using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Tests.Editing;

public sealed class ComposeEditorSpecs
{
    private static readonly NewValue Calm = NewValue.Word("5s");

    [Theory]
    [InlineData("services:\n  web:\n    healthcheck: # c\n      interval: 30s   # was 10s\n", "services:\n  web:\n    healthcheck: # c\n      interval: 5s   # was 10s\n")]
    [InlineData("services:\r\n  web:\r\n    healthcheck:\r\n      test: x\r\n    # end\r\n", "services:\r\n  web:\r\n    healthcheck:\r\n      test: x\r\n      interval: 5s\r\n    # end\r\n")]
    [InlineData("\ufeffservices:\n    web: {healthcheck: {test: x}}", "\ufeffservices:\n    web: {healthcheck: {test: x, interval: 5s}}")]
    [InlineData("{\"services\":{\"web\":{\"image\":\"x\"}}}", "{\"services\":{\"web\":{\"image\":\"x\", \"healthcheck\": {\"interval\": \"5s\"}}}}")]
    [InlineData("services:\n    web:\n        image: \"😀\" # 😀\n    db:", "services:\n    web:\n        image: \"😀\" # 😀\n        healthcheck:\n            interval: 5s\n    db:")]
    [InlineData("services:\n  db: {}\n\n  web: # nothing yet\n", "services:\n  db: {}\n\n  web: # nothing yet\n    healthcheck:\n      interval: 5s\n")]
    [InlineData("services:\n  db: {}", "services:\n  db: {}\n  web:\n    healthcheck:\n      interval: 5s")]
    [InlineData("services:\n  web:\n    command: |+\n      a\n\nvolumes: {}", "services:\n  web:\n    command: |+\n      a\n\n    healthcheck:\n      interval: 5s\nvolumes: {}")]
    [InlineData("services:\n  web:\n    healthcheck: {interval: !reset null}\n---\n# empty\n", "services:\n  web:\n    healthcheck: {interval: 5s}\n---\n# empty\n")]
    public void All_bytes_outside_of_the_edit_stay(string before, string after)
    {
        var (text, edit) = Edit(before, Sharing.Split);

        text.ShouldBe(after);
        edit.AlsoChanged.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("x-a: &a\n  test: x\nservices:\n  web:\n    healthcheck: *a # c\n", "x-a: &a\n  test: x\nservices:\n  web:\n    healthcheck:\n      <<: *a\n      interval: 5s # c\n")]
    [InlineData("x-a: &a {healthcheck: {test: x}}\nservices:\n  web:\n    <<: *a\n", "x-a: &a {healthcheck: {test: x}}\nservices:\n  web:\n    <<: *a\n    healthcheck:\n      test: x\n      interval: 5s\n")]
    [InlineData("x-a: &a 1s\nservices:\n  web: {healthcheck: {interval: *a}}\n", "x-a: &a 1s\nservices:\n  web: {healthcheck: {interval: 5s}}\n")]
    public void A_shared_value_is_written_out_for_the_one_service(string before, string after) => Edit(before, Sharing.Split).Text.ShouldBe(after);

    [Fact]
    public void A_change_of_an_anchor_names_every_service_that_it_reaches()
    {
        const string text = "x-a: &a\n  test: x # c\nservices:\n  web: {healthcheck: *a}\n  api: {healthcheck: {<<: *a, retries: 1}}\n  own: {healthcheck: {<<: *a, interval: 1s}}\n";

        var (after, edit) = Edit(text, Sharing.Keep);

        after.ShouldBe(text.Replace("# c\n", "# c\n  interval: 5s\n", StringComparison.Ordinal));
        edit.AlsoChanged.ShouldBe(["api"]);
    }

    [Fact]
    public void A_service_that_others_merge_is_not_changed_for_itself_alone()
    {
        var edit = Make("services:\n  web: &w\n    image: x\n  api:\n    <<: *w\n", Sharing.Split);

        edit.Refusal.ShouldBe("api would change as well");
    }

    [Fact]
    public void What_is_there_already_needs_no_edit() =>
        Make("services: {web: {healthcheck: {interval: '5s'}}}", Sharing.Split).ShouldBe(new([], [], null));

    [Theory]
    [InlineData("services:\n  web:\n    a: 1 # one\n    healthcheck: {test: x} # two\n    b: 2", "services:\n  web:\n    a: 1 # one\n    b: 2")]
    [InlineData("services:\n  web: {a: 1, healthcheck: {test: x}, b: 2}", "services:\n  web: {a: 1, b: 2}")]
    [InlineData("services:\n  web:\n    healthcheck: {}", "services:\n  web: {}")]
    public void An_entry_goes_with_its_line(string before, string after)
    {
        var document = Read(before);

        var edit = new ComposeEditor(document).Make(ComposeChange.Remove(["services", "web"], "healthcheck"), Sharing.Split);

        Apply(document, edit).ShouldBe(after);
    }

    private static (string Text, DocumentEdit Edit) Edit(string text, Sharing sharing)
    {
        var edit = Make(text, sharing);
        edit.Refusal.ShouldBeNull();
        return (Apply(Read(text), edit), edit);
    }

    private static DocumentEdit Make(string text, Sharing sharing) =>
        new ComposeEditor(Read(text)).Make(ComposeChange.Set(["services", "web", "healthcheck"], "interval", Calm), sharing);

    private static string Apply(ComposeDocument document, DocumentEdit edit)
    {
        var edits = new EditSet();
        edits.TryAdd(Fix.Of("", edit.Edits.AsSpan())).ShouldBeTrue();
        return edits.Apply(document.Source).Text;
    }

    private static ComposeDocument Read(string text)
    {
        var (document, problem) = ComposeDocument.Read(SourceText.From("compose.yaml", text));
        problem.ShouldBeNull();
        return document!;
    }
}
