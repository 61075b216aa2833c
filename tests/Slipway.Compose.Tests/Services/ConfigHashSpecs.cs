using System.Text;

namespace Slipway.Compose.Tests.Services;

public sealed class ConfigHashSpecs
{
    private const string Service = """
        "image":"bot:1","environment":{"A":"1","B":"2"},"secrets":[{"source":"key"}],
        "volumes":[{"type":"bind","source":"/home/me/app/bot.json","target":"/bot.json","read_only":true}]
        """;

    private static readonly string Before = Hash(Service);

    [Theory]
    [InlineData("\"image\":\"bot:1\"", "\"image\":\"bot:2\"")]
    [InlineData("\"image\":\"bot:1\"", "\"build\":{\"context\":\".\"},\"depends_on\":{\"db\":{}},\"profiles\":[\"x\"],\"scale\":3,\"command\":null")]
    [InlineData("{\"A\":\"1\",\"B\":\"2\"}", "{\"B\":\"2\",\"A\":\"1\"}")]
    public void What_leaves_the_container_as_it_is_leaves_the_hash(string part, string changed) =>
        Hash(Service.Replace(part, changed, StringComparison.Ordinal)).ShouldBe(Before);

    [Theory]
    [InlineData("\"A\":\"1\"", "\"A\":\"2\"")]
    [InlineData("\"A\":\"1\"", "\"A\":null")]
    [InlineData("bot.json\",\"target", "other.json\",\"target")]
    [InlineData("\"image\":\"bot:1\"", "\"command\":[\"serve\"]")]
    [InlineData("\"image\":\"bot:1\"", "\"networks\":{\"front\":null}")]
    public void What_changes_the_container_changes_the_hash(string part, string changed) =>
        Hash(Service.Replace(part, changed, StringComparison.Ordinal)).ShouldNotBe(Before);

    [Fact]
    public void It_is_the_same_in_every_clone() =>
        Hash(Service.Replace("/home/me/app", "/srv/app", StringComparison.Ordinal), "/srv/app/").ShouldBe(Before);

    [Theory]
    [InlineData("/home/me/app/bot.json")]
    [InlineData("/home/me/app/key.txt")]
    public void A_changed_file_that_the_container_sees_changes_the_hash(string changed)
    {
        var before = Hash(Service, digest: _ => "1");

        Hash(Service, digest: file => file == changed ? "2" : "1").ShouldNotBe(before);
    }

    [Fact]
    public void A_changed_file_that_the_container_can_write_to_is_data()
    {
        var writable = Service.Replace(",\"read_only\":true", string.Empty, StringComparison.Ordinal);

        Hash(writable, digest: f => f.EndsWith("bot.json", StringComparison.Ordinal) ? "2" : "1").ShouldBe(Hash(writable, digest: _ => "1"));
    }

    [Fact]
    public void It_is_short_enough_for_a_label() => Before.ShouldMatch("^[0-9a-f]{12}$");

    private static string Hash(string service, string folder = "/home/me/app", Func<string, string?>? digest = null)
    {
        var root = folder.TrimEnd('/');
        var json = $$"""
            {"name": "x", "services": {"bot": { {{service}} } }, "secrets": {"key": {"file": "{{root}}/key.txt"} } }
            """;
        return ComposeModel.Parse(Encoding.UTF8.GetBytes(json), folder, digest).Model!.ConfigHash("bot");
    }
}
