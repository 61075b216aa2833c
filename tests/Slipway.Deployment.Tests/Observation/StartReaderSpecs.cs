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
    [InlineData("FROM a:1\nCOPY . /app\n", """{"entrypoint":["/app/entrypoint.sh"],"command":["gunicorn"]}""", "python manage.py migrate --noinput (entrypoint.sh:3)")]
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

    [Theory]
    [InlineData("if [ \"$1\" = 'gunicorn' ] || [ \"$1\" = 'uwsgi' ]; then\n  if [ -d migrations ]; then\n    flask db upgrade\n  fi\nfi\n", "gunicorn", true)]
    [InlineData("if [ \"$1\" = 'gunicorn' ]; then\n  flask db upgrade\nfi\n", "celery", false)]
    [InlineData("[ \"$1\" = gunicorn ] && flask db upgrade\n", "gunicorn", true)]
    [InlineData("[ \"$1\" = gunicorn ] && flask db upgrade\n", "celery", false)]
    [InlineData("if [ \"$1\" != 'celery' ]; then flask db upgrade; fi\n", "gunicorn", true)]
    [InlineData("if [ \"$1\" != 'celery' ]; then flask db upgrade; fi\n", "celery", false)]
    [InlineData("if [ \"$1\" = 'celery' ]; then echo no; else flask db upgrade; fi\n", "gunicorn", true)]
    [InlineData("case \"$1\" in\n  gunicorn) flask db upgrade ;;\n  celery) echo no ;;\nesac\n", "gunicorn", true)]
    [InlineData("case \"$1\" in\n  celery) echo no ;;\n  gunicorn) flask db upgrade ;;\nesac\n", "celery", false)]
    [InlineData("case \"$1\" in\n  celery) echo no ;;\n  *) flask db upgrade ;;\nesac\n", "gunicorn", true)]
    [InlineData("if [ \"$RUN_MIGRATIONS\" = yes ]; then flask db upgrade; fi\n", "gunicorn", true)]
    public void A_script_that_looks_at_its_words_migrates_for_those_that_it_is_given(string script, string program, bool migrates)
    {
        _folder.Write("Dockerfile", "FROM a:1 AS sources\nWORKDIR /srv\nCOPY . .\nFROM a:1\nCOPY --from=sources /srv /app\nENTRYPOINT [\"/app/bin/boot-entrypoint\"]\n"
            + $"CMD [\"{program}\", \"app\"]\n");
        _folder.Write("bin/boot-entrypoint", "#!/bin/bash -e\n" + script + "exec \"$@\"\n");

        (StartReader.Of(Service("{}"), _folder.Path, new ContextFiles()) is not null).ShouldBe(migrates);
        (StartReader.Of(Service($"{{\"command\":[\"{program}\"]}}"), _folder.Path, new ContextFiles()) is not null).ShouldBe(migrates);
    }

    [Fact]
    public void A_script_that_the_Dockerfile_itself_has_is_read()
    {
        _folder.Write("Dockerfile", "# syntax=docker/dockerfile:1\nFROM a:1\nCOPY --chmod=755 <<\"END\" /usr/local/bin/begin\n#!/bin/sh\ngoose up\nexec \"$@\"\nEND\n"
            + "ENTRYPOINT [\"begin\"]\nCMD [\"serve\"]\n");

        StartReader.Of(Service("""{"command":["serve", "--all"]}"""), _folder.Path, new ContextFiles()).ShouldNotBeNull().Command.ShouldBe("goose up (begin:2)");
    }

    [Theory]
    [InlineData("npm start", "prisma migrate deploy (package.json)")]
    [InlineData("yarn run boot", "prisma migrate deploy (package.json)")]
    [InlineData("pnpm --filter @shop/site serve", "drizzle-kit migrate (apps/site/package.json)")]
    [InlineData("npm run serve -w apps/site", "drizzle-kit migrate (apps/site/package.json)")]
    [InlineData("npm --prefix apps/site run serve", "drizzle-kit migrate (apps/site/package.json)")]
    [InlineData("yarn workspace @shop/site serve", "drizzle-kit migrate (apps/site/package.json)")]
    [InlineData("turbo run serve --filter=site", "drizzle-kit migrate (apps/site/package.json)")]
    [InlineData("make live", "python manage.py migrate (Makefile)")]
    [InlineData("composer boot", "php artisan migrate --force (composer.json)")]
    [InlineData("npm run lint", null)]
    [InlineData("pnpm --filter other serve", null)]
    [InlineData("make other", null)]
    public void Scripts_that_a_file_gives_names_to_are_followed(string command, string? migration)
    {
        _folder.Write("Dockerfile", "FROM a:1\nWORKDIR /app\nCOPY . .\n");
        _folder.Write("package.json", """{"name":"shop","scripts":{"prestart":"npm run schema","schema":"prisma migrate deploy","start":"node .","boot":"npm run schema && node .","lint":"eslint"}}""");
        _folder.Write("apps/site/package.json", """{"name":"@shop/site","scripts":{"serve":"drizzle-kit migrate && node site"}}""");
        _folder.Write("apps/other/package.json", """{"name":"other","scripts":{"serve":"node other"}}""");
        _folder.Write("Makefile", "PORT := 80\n.PHONY: live\nschema: ready\n\t@python manage.py migrate\nready:\n\ttrue\nlive: schema\n\tgunicorn app\nother:\n\ttrue\n");
        _folder.Write("composer.json", """{"scripts":{"boot":["@schema","@php -S 0.0.0.0:80"],"schema":"@php artisan migrate --force"}}""");

        StartReader.Of(Service($$"""{"command":["{{string.Join("\",\"", command.Split(' '))}}"]}"""), _folder.Path, new ContextFiles())?.Command.ShouldBe(migration);
        (StartReader.Of(Service($$"""{"command":["{{string.Join("\",\"", command.Split(' '))}}"]}"""), _folder.Path, new ContextFiles()) is null).ShouldBe(migration is null);
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
