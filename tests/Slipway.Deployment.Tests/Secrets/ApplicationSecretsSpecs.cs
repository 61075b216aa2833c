using Slipway.Deployment.Secrets;
using Slipway.Testing;

namespace Slipway.Deployment.Tests.Secrets;

/// <summary>Where secrets come from.</summary>
public sealed class ApplicationSecretsSpecs : IDisposable
{
    private const string Secret = "h1dden";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"web":{"environment":{"DB_PASSWORD":"s3cret","LEVEL":"debug","EMPTY_TOKEN":""}}}""", "s3cret")]
    [InlineData("""{"web":{"build":{"context":".","args":{"NPM_TOKEN":"t0ken"}}}}""", "t0ken")]
    [InlineData("""{"wordpress":{"environment":{"DB_PASSWORD":"wordpress"}}}""", "")]
    [InlineData("""{"web":{"image":"grafana/grafana:11","environment":{"ADMIN_PASSWORD":"grafana"}}}""", "")]
    [InlineData("""{"web":{"environment":{"DB_PASSWORD":"shop"}}}""", "")]
    [InlineData("""{"web":{"environment":{"DB_PASSWORD":"webs"}}}""", "webs")]
    [InlineData("""{"web":{"image":"grafana/grafana:11","environment":{"ADMIN_PASSWORD":"rafana"}}}""", "rafana")]
    public void A_secret_is_what_a_variable_calls_one_unless_every_command_shows_it(string services, string secrets) =>
        string.Join(' ', Of(services)).ShouldBe(secrets);

    [Theory]
    [InlineData("""{"web":{"environment":{"API_TOKEN":"h1dden"}}}""")]
    [InlineData("""{"web":{"environment":{"API_TOKEN":"h1dden$$x"}}}""", "h1dden$x")]
    [InlineData("""{"web":{"environment":{"DATABASE_URL":"postgres://shop:h1dden@db/shop"}}}""")]
    [InlineData("""{"web":{"environment":{"DATABASE":"host=db password=h1dden"}}}""")]
    [InlineData("""{"web":{"build":{"args":{"NPM_TOKEN":"h1dden"}}}}""")]
    [InlineData("""{"web":{"build":{"context":"https://h1dden@git.example/a.git"}}}""")]
    [InlineData("""{"web":{"command":["serve","--api-token=h1dden"]}}""")]
    [InlineData("""{"web":{"command":["serve","--api-token=h1dden and more"]}}""", "h1dden and more")]
    [InlineData("""{"web":{"command":["redis-server","--requirepass","h1dden"]}}""")]
    [InlineData("""{"web":{"entrypoint":["sh","-c","serve --password=h1dden"]}}""")]
    [InlineData("""{"web":{"healthcheck":{"test":["CMD","probe","--token","h1dden"]}}}""")]
    [InlineData("""{"web":{"labels":{"org.example.api-token":"h1dden"}}}""")]
    [InlineData("""{"web":{"logging":{"options":{"splunk-token":"h1dden"}}}}""")]
    public void It_is_found_wherever_in_a_service_it_stands(string services, string secret = Secret) => Of(services).ShouldContain(secret);

    [Theory]
    [InlineData("""{"web":{"labels":{"traefik.http.routers.secret.rule":"Host(`a.example`)"}}}""")]
    [InlineData("""{"web":{"command":["token","serve"]}}""")]
    [InlineData("""{"web":{"secrets":[{"source":"db_password","target":"/run/secrets/db_password"}]}}""")]
    public void What_only_stands_near_one_is_none(string services) => Of(services).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"secrets":{"key":{"file":"FOLDER/key"}}}""", "key", "h1dden\n")]
    [InlineData("""{"secrets":{"key":{"environment":"OF_DOT_ENV"}}}""", ".env", "OF_DOT_ENV=h1dden")]
    [InlineData("""{"secrets":{"key":{"content":"h1dden"}}}""", "none", "")]
    [InlineData("""{"configs":{"app":{"file":"FOLDER/app.ini"}}}""", "app.ini", "[db]\nuser = shop\npassword = h1dden\n")]
    [InlineData("""{"configs":{"app":{"content":"db:\n  password: 'h1dden'\n"}}}""", "none", "")]
    [InlineData("""{"volumes":{"share":{"driver_opts":{"type":"cifs","o":"username=shop,password=h1dden,vers=3"}}}}""", "none", "")]
    [InlineData("{}", ".env", "SIGNING_KEY=h1dden")]
    [InlineData("{}", ".env", "SIGNING_KEY='h1dden'")]
    [InlineData("{}", "web.env", "SESSION_SECRET=h1dden")]
    [InlineData("{}", ".env.production", "DATABASE_URL=postgres://shop:h1dden@db/shop")]
    public void It_is_found_in_whatever_the_compose_files_lead_to(string config, string file, string content)
    {
        _folder.Write(file, content);

        ApplicationSecrets.Of(config.Replace("FOLDER", _folder.Path, StringComparison.Ordinal), _folder.Path).ShouldContain(Secret);
    }

    [Theory]
    [InlineData("\"h1dden${\"", "h1dden${")]
    [InlineData("\"h1dden\\\"\\u00e9$$\"", "h1dden\"é$")]
    [InlineData("'h1dden''s'", "h1dden's")]
    [InlineData("h1dden", "h1dden")]
    public void What_compose_quotes_of_its_files_is_hidden_before_anybody_could_read_them(string written, string meant)
    {
        _folder.Write("compose.yaml", $"services:\n  web:\n    environment:\n      DB_PASSWORD: {written}\n");

        SurroundingSecrets.Mask(_folder.Path).Apply($"services.web.environment.DB_PASSWORD: {meant} is wrong").ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("""{"auths":{"registry.example":{"auth":"c2hvcDpoMWRkZW4="}}}""", "h1dden", "c2hvcDpoMWRkZW4=")]
    [InlineData("""{"auths":{"registry.example":{"identitytoken":"h1dden"}}}""", "h1dden")]
    [InlineData("""{"proxies":{"default":{"httpProxy":"http://me:h1dden@proxy:3128"}}}""", "h1dden")]
    [InlineData("{\"auths\": 1}")]
    [InlineData("no json")]
    public void The_credentials_of_registries_are_known(string config, params string[] secrets) => RegistrySecrets.Of(config).Distinct().ShouldBe(secrets, ignoreOrder: true);

    // Without those of the surroundings that the tests run in.
    private IReadOnlyList<string> Of(string services) =>
        [.. ApplicationSecrets.Of($$"""{"name":"shop","services":{{services}}}""", _folder.Path).Except(ApplicationSecrets.Of("{}", _folder.Path))];
}
