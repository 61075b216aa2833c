namespace Slipway.Compose.Tests.Linting;

/// <summary>What a file on top takes back or replaces is judged as it is then.</summary>
public sealed class MergedRuleSpecs
{
    [Fact]
    public void A_check_that_changes_something_is_not_asked_more_often() =>
        Lints.Of("services:\n  web: {image: x, healthcheck: {test: 'test -f /tmp/ok && rm /tmp/ok'}}\n", "SLC109").ShouldHaveSingleItem().Fix.Reason
            .ShouldBe("the check changes something whenever it is asked, so how often that may be is for its author to say");

    [Fact]
    public void A_merge_key_that_is_there_twice_is_told_with_what_to_write() =>
        Lints.Of("x-a: &a {init: true}\nservices:\n  web:\n    <<: *a\n    <<: *a\n", "SLC001").ShouldHaveSingleItem().Message
            .ShouldBe("the key << is there twice; several are merged as a list: <<: [*one, *other]");
}
