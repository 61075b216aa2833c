using Slipway.Engine.Api;

namespace Slipway.Engine.Tests.Api;

public sealed class EngineSentenceSpecs
{
    [Theory]
    [InlineData("{\"message\":\"No such image: x:1\"}\n", "No such image: x:1")]
    [InlineData("page not found", "page not found")]
    [InlineData("{\"error\":1}", "{\"error\":1}")]
    [InlineData("", "")]
    public void The_engines_sentence_is_told_and_not_its_json(string answer, string sentence) => EngineSentence.In(answer).ShouldBe(sentence);

    [Fact]
    public void Identifiers_are_as_short_as_docker_prints_them() =>
        EngineSentence.In($"{{\"message\":\"in use by container {new string('a', 64)}\"}}").ShouldBe("in use by container aaaaaaaaaaaa");
}
