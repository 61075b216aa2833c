using Slipway.Engine.Errors;

namespace Slipway.Linting.Tests.Lint;

/// <summary>A migration leaves the start of an image once a service of the compose file has taken it over.</summary>
public sealed class MigrationMoveSpecs
{
    private const string Compose =
        "services:\n  bot:\n    image: bot:1\n    build: .\n    restart: always\n    depends_on: [db]\n  db:\n    image: other/db:1\n    restart: always\n";

    [Theory]
    [InlineData(
        "CMD [\"sh\", \"-c\", \"alembic upgrade head && python -m app\"]", "CMD [\"python\", \"-m\", \"app\"]",
        "command: [\"alembic\", \"upgrade\", \"head\"]")]
    [InlineData(
        "CMD alembic upgrade head && exec gunicorn app:app --bind 0.0.0.0:80", "CMD [\"gunicorn\", \"app:app\", \"--bind\", \"0.0.0.0:80\"]",
        "command: [\"alembic\", \"upgrade\", \"head\"]")]
    [InlineData(
        "CMD alembic upgrade head && python -m app | tee log", "CMD [\"/bin/sh\", \"-c\", \"python -m app | tee log\"]",
        "command: [\"alembic\", \"upgrade\", \"head\"]")]
    [InlineData(
        "ENTRYPOINT [\"sh\", \"-c\", \"python manage.py migrate && python -m app\"]", "ENTRYPOINT [\"python\", \"-m\", \"app\"]",
        "entrypoint: [\"python\", \"manage.py\", \"migrate\"]")]
    public void It_goes_from_the_Dockerfile_into_a_service_of_its_own(string before, string after, string job)
    {
        using var scene = Application($"FROM python:3.13\n# how it starts\n{before}\n");

        scene.Lint().Text.ShouldContain("fix: a service of the compose file runs");
        scene.Optimize("--apply").Code.ShouldBe(ExitCode.Success);

        scene.Read("Dockerfile").ShouldEndWith($"# how it starts\n{after}\n");
        scene.Read("compose.yaml").ShouldBe(
            Compose.Replace(
                "[db]", "{db: {condition: service_started}, migrate: {condition: service_completed_successfully, required: false}}", StringComparison.Ordinal)
            + $"  migrate:\n    image: bot:1\n    depends_on:\n      db:\n        condition: service_started\n    {job}\n"
            + "    profiles: [\"migration\"]\n    restart: \"no\"\n");
        scene.Optimize().ShouldBe((ExitCode.Success, string.Empty));
    }

    [Theory]
    [InlineData("environment: {STORE: \"file:./live.db\"}")]
    [InlineData("restart: always")]
    public void A_database_that_may_be_a_file_in_the_container_is_migrated_there(string more)
    {
        using var scene = LintScene.Of(
            ("Dockerfile", "FROM node:22\nCMD [\"sh\", \"-c\", \"prisma db push && node x.js\"]\n"), ("compose.yaml", $"services:\n  web:\n    build: .\n    {more}\n"));

        scene.Optimize("--apply");

        scene.Read("Dockerfile").ShouldContain("prisma db push");
        scene.Read("compose.yaml").ShouldNotContain("profiles");
        scene.Lint().Text.ShouldContain("SLC301");
    }

    [Fact]
    public void The_image_keeps_it_while_another_service_needs_it_there()
    {
        using var scene = LintScene.Of(
            ("Dockerfile", "FROM python:3.13\nCMD [\"sh\", \"-c\", \"alembic upgrade head && python -m app\"]\n"),
            ("compose.yaml", "include: [tools.yaml]\n" + Compose),
            // A comment within a list is not to be lost, so here the job can't be waited for.
            ("tools.yaml", "services:\n  tool:\n    build: .\n    restart: always\n    depends_on:\n      # the data\n      - cache\n"
                + "  cache: {image: 'x:1', restart: always}\n"));

        scene.Optimize("--apply");

        scene.Read("Dockerfile").ShouldContain("alembic upgrade head");
        scene.Lint().Text.ShouldContain("SLD201");
    }

    [Theory]
    [InlineData("# slipway ignore=SLD201\nCMD [\"sh\", \"-c\", \"alembic upgrade head && python -m app\"]")]
    [InlineData("CMD [\"sh\", \"-c\", \"alembic upgrade head && \\\n# start\n  python -m app\"]")]
    public void Where_the_Dockerfile_can_not_be_mended_the_compose_file_says_how_to_start(string start)
    {
        using var scene = Application($"FROM python:3.13\n{start}\n");

        scene.Optimize("--apply");

        scene.Read("Dockerfile").ShouldContain("alembic upgrade head");
        scene.Read("compose.yaml").ShouldContain("    command: [\"python\", \"-m\", \"app\"]\n");
    }

    private static LintScene Application(string dockerfile) => LintScene.Of(("Dockerfile", dockerfile), ("compose.yaml", Compose));
}
