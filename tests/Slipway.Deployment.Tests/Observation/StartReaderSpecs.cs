using System.Text;
using System.Text.Json.Nodes;
using Slipway.Compose;
using Slipway.Deployment.Observation;
using Slipway.Testing;

namespace Slipway.Deployment.Tests.Observation;

/// <summary>Migrations that run whenever a service starts, wherever that is written.</summary>
public sealed class StartReaderSpecs : IDisposable
{
    private const string Script = "#!/bin/sh\nset -e\npython manage.py migrate --noinput\nexec \"$@\"\n";
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("FROM a:1\nCMD alembic upgrade head && gunicorn app\n", "{}", "alembic upgrade head")]
    [InlineData("FROM a:1\nCMD [\"gunicorn\"]\n", """{"command":["sh","-c","alembic upgrade head && gunicorn app"]}""", "alembic upgrade head")]
    [InlineData("FROM a:1\nWORKDIR /app\nCOPY . .\nENTRYPOINT [\"./entrypoint.sh\"]\nCMD [\"gunicorn\"]\n", "{}", "python manage.py migrate --noinput (entrypoint.sh:3)")]
    [InlineData("FROM a:1\nWORKDIR /app\nCOPY . .\nENTRYPOINT [\"./entrypoint.sh\"]\n", """{"command":["gunicorn"]}""", "python manage.py migrate --noinput (entrypoint.sh:3)")]
    [InlineData("FROM a:1 AS base\nWORKDIR /app\nCOPY . .\nENTRYPOINT [\"./entrypoint.sh\"]\nFROM base\nRUN true\n", "{}", "python manage.py migrate --noinput (entrypoint.sh:3)")]
    [InlineData("FROM a:1\nCOPY . /app\n", """{"entrypoint":["/app/entrypoint.sh"],"command":["gunicorn"]}""", "python manage.py migrate --noinput (entrypoint.sh)")]
    [InlineData("FROM a:1\nCMD alembic upgrade head && gunicorn app\n", """{"command":["gunicorn","app"]}""", null)]
    [InlineData("FROM a:1\nCMD alembic upgrade head && gunicorn app\n", """{"entrypoint":["gunicorn","app"]}""", null)]
    [InlineData("FROM a:1\nRUN alembic upgrade head\nCMD [\"gunicorn\"]\n", "{}", null)]
    [InlineData("FROM a:1\nCMD [\"alembic\", \"current\"]\n", "{}", null)]
    public void What_migrates_at_the_start_is_found_where_compose_or_the_Dockerfile_or_its_scripts_say_it(string dockerfile, string service, string? command)
    {
        _folder.Write("Dockerfile", dockerfile);
        _folder.Write("entrypoint.sh", Script);

        StartReader.Of(Service(service), _folder.Path, new ContextFiles())?.Command.ShouldBe(command);
        (StartReader.Of(Service(service), _folder.Path, new ContextFiles()) is null).ShouldBe(command is null);
    }

    [Fact]
    public void A_context_that_is_not_here_tells_nothing()
    {
        StartReader.Of(Service("{}"), Path.Combine(_folder.Path, "gone"), new ContextFiles()).ShouldBeNull();
    }

    public void Dispose() => _folder.Dispose();

    private static Compose.Services.ComposeService Service(string extra)
    {
        var service = JsonNode.Parse(extra)!.AsObject();
        service["build"] = new JsonObject { ["context"] = ".", ["dockerfile"] = "Dockerfile" };
        var json = new JsonObject { ["name"] = "a", ["services"] = new JsonObject { ["web"] = service } };
        return ComposeModel.Parse(Encoding.UTF8.GetBytes(json.ToJsonString())).Model.ShouldNotBeNull().Find("web")!;
    }
}
