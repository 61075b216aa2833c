using System.Text;
using Slipway.Compose;
using Slipway.Deployment.Targets;

namespace Slipway.Deployment.Tests.Targets;

public sealed class ApplicationSecretsSpecs
{
    [Theory]
    [InlineData("""{"web":{"environment":{"DB_PASSWORD":"s3cret","LEVEL":"debug","EMPTY_TOKEN":""}}}""", "s3cret")]
    [InlineData("""{"web":{"build":{"context":".","args":{"NPM_TOKEN":"t0ken"}}}}""", "t0ken")]
    [InlineData("""{"wordpress":{"environment":{"DB_PASSWORD":"wordpress"}}}""", "")]
    [InlineData("""{"web":{"image":"grafana/grafana:11","environment":{"ADMIN_PASSWORD":"grafana"}}}""", "")]
    [InlineData("""{"web":{"environment":{"DB_PASSWORD":"shop"}}}""", "")]
    [InlineData("""{"web":{"environment":{"DB_PASSWORD":"webs"}}}""", "webs")]
    [InlineData("""{"web":{"image":"grafana/grafana:11","environment":{"ADMIN_PASSWORD":"rafana"}}}""", "rafana")]
    public void A_secret_is_what_a_variable_calls_one_unless_every_command_shows_it(string services, string secrets)
    {
        var model = ComposeModel.Parse(Encoding.UTF8.GetBytes($$"""{"name":"shop","services":{{services}}}""")).Model!;

        string.Join(' ', ApplicationSecrets.Of(model)).ShouldBe(secrets);
    }
}
