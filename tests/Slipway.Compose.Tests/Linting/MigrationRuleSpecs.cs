using Slipway.Compose.Linting;
using Slipway.Compose.Surroundings;
using Slipway.Compose.Tests.Oracle;

namespace Slipway.Compose.Tests.Linting;

public sealed class MigrationRuleSpecs
{
    private static readonly ComposeSurroundings Knowing = Lints.With(new() { Start = ["sh", "-c", "alembic upgrade head && python3 -m app"] }) with
    {
        // Who knows shells answers in earnest; here one script will do.
        SplitStart = words => words is ["sh", "-c", "alembic upgrade head && python3 -m app"]
            ? new MigrationSplit("alembic", ["alembic", "upgrade", "head"], ["python3", "-m", "app"])
            : null,
    };

    private const string Before = """
        x-env: &env # shared
          URL: db
        services:
          bot: # the bot
            image: bot:1
            build: .
            environment: *env
            ports: ["80:8080"]
            depends_on: [db] # first

          db:
            image: postgres:15
            command: postgres # own
            healthcheck: {test: pg_isready}

        """;

    private const string After = """
        x-env: &env # shared
          URL: db
        services:
          bot: # the bot
            image: bot:1
            build: .
            environment: *env
            ports: ["80:8080"]
            depends_on: {db: {condition: service_started}, migrate: {condition: service_completed_successfully, required: false}} # first
            command: ["python3", "-m", "app"]

          db:
            image: postgres:15
            command: postgres # own
            healthcheck: {test: pg_isready}

          migrate:
            image: bot:1
            environment: *env
            depends_on:
              db:
                condition: service_healthy
            command: ["alembic", "upgrade", "head"]
            profiles: ["migration"]
            restart: "no"

        """;

    [Fact]
    public void A_migration_gets_a_service_of_its_own()
    {
        Lints.Mended(Before, "SLC301", Knowing).ShouldBe(After);
        Lints.Of(After, "SLC301", Knowing).ShouldBeEmpty();
    }

    [Fact]
    public void Compose_runs_it_only_with_its_profile_and_waits_for_it_then()
    {
        using var application = new Application(("compose.yaml", After));

        var plain = ComposeCli.Config(application.Folder, "-f", Path.Combine(application.Folder, "compose.yaml"));
        var all = application.Model;

        plain.ShouldNotContain("alembic");
        all.Find("migrate")!.Command!.Value.ShouldBe(["alembic", "upgrade", "head"]);
        all.Find("bot")!.DependsOn.ShouldContain(new Compose.Services.ServiceDependency("migrate", "service_completed_successfully", false, false));
    }

    [Theory]
    [InlineData("command: sh -c \"alembic upgrade head && python3 -m app\"")]
    [InlineData("command: [sh, -c, alembic upgrade head && python3 -m app]")]
    public void A_command_of_the_compose_file_is_taken_apart_too(string command)
    {
        var mended = Lints.Mended($"services:\n  bot:\n    image: bot:1\n    {command}\n  job:\n    image: bot:1\n    command: alembic upgrade head\n", "SLC301", Knowing);

        mended.ShouldBe("services:\n  bot:\n    image: bot:1\n    command: [\"python3\", \"-m\", \"app\"]\n    depends_on:\n      job:\n        condition: service_completed_successfully\n        required: false\n  job:\n    image: bot:1\n    command: alembic upgrade head\n");
    }

    [Fact]
    public void A_list_with_a_comment_in_it_is_not_rewritten()
    {
        const string text = "services:\n  bot:\n    build: .\n    depends_on:\n      # first\n      - db\n  db: {image: other/db:15}\n";

        Lints.Of(text, "SLC301", Knowing)[0].Fix.Reason.ShouldBe("it can't be written there: a comment would be lost");
    }

    [Fact]
    public void A_job_has_the_environment_of_all_files()
    {
        var below = Slipway.Findings.Sources.SourceText.From("base.yaml", "services:\n  bot:\n    build: .\n    environment: [A=1, 'B=${B}', C]\n");
        var above = Lints.Source("services: {bot: {environment: {A: '2'}}}\n");
        var around = Knowing with { Files = [new(below), new(above)] };

        var mended = new Slipway.Findings.Fixing.Fixer(source => [.. new ComposeLinter(around).Lint(source).Where(finding => finding.Rule.Code == "SLC301")]).Run(below).After.Text;

        mended.ShouldContain("    environment:\n      A: \"2\"\n      B: \"${B}\"\n      C: null\n");
    }

    [Fact]
    public void A_fix_of_the_last_service_stays_with_it()
    {
        const string text = "services:\n  bot:\n    image: bot:1\n    command: [sh, -c, alembic upgrade head && python3 -m app]\n    restart: always\n  web:\n    image: x\n    command: y\n    ports: [80]";

        var mended = new ComposeLinter(Knowing).Fix(Lints.Source(text)).After.Text;

        mended.ShouldContain("    ports: [80]\n    restart: unless-stopped\n  migrate:\n");
    }
}
