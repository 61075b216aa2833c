using Slipway.Deployment.Backups;
using Slipway.Deployment.Migrations;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>What is planned for the schema.</summary>
public sealed class MigrationSpecs
{
    private static readonly Scene Deployed = Scene.HelloBot().Deploy();

    [Fact]
    public void A_pending_migration_alone_is_a_reason_to_deploy()
    {
        var plan = Deployed.WithSchema("0001").Plan();

        plan.Context.ChangesAnything.ShouldBeTrue();
        plan.Of("Migrate").Reason.ShouldBe("0002 pending");
        plan.Of("Backup").Steps.ShouldHaveSingleItem().ShouldBeOfType<BackupStep>();
        plan.Of("StartSlot").IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_migration_that_takes_away_is_refused_while_the_old_release_serves()
    {
        var plan = Deployed.WithMigrations(Migrations.Create, Migrations.Expand, Migrations.Contract).Plan();

        plan.Refusals.ShouldHaveSingleItem().Message.ShouldBe(
            "migrations/versions/0003.py:8: drop_column messages.author, which the running release may still use");
    }

    [Fact]
    public void A_migration_that_takes_away_is_done_when_the_user_insists()
    {
        var scene = Deployed.WithMigrations(Migrations.Create, Migrations.Expand, Migrations.Contract);

        scene.Plan(new DeploymentRequest { AllowContracting = true }).Refusals.ShouldBeEmpty();
    }

    [Fact]
    public void A_migration_that_takes_away_is_fine_when_nobody_serves()
    {
        var scene = Scene.HelloBot().WithMigrations(Migrations.Create, Migrations.Expand, Migrations.Contract);

        scene.WithSchema("0002").Plan().Refusals.ShouldBeEmpty();
    }

    [Fact]
    public void A_database_ahead_of_the_sources_is_not_touched()
    {
        var plan = Deployed.WithSchema("0099").WithSources("source-2").Plan();

        plan.Of("Migrate").IsEmpty.ShouldBeTrue();
        plan.Of("Migrate").Reason.ShouldBe("the database is ahead of these sources, at 0099");
    }

    [Theory]
    [InlineData("exited", "Exited (0) 1 minute ago")]
    [InlineData("paused", "Up 1 minute (Paused)")]
    [InlineData("restarting", "Restarting (1) 2 seconds ago")]
    [InlineData("running", "Up 1 second (health: starting)")]
    public void A_database_that_does_not_answer_yet_is_asked_and_dumped_once_it_runs(string state, string status)
    {
        var scene = Deployed.WithContainer("hello-bot-db-1", c => c with { State = state, Status = status })
            .With(o => o with { Schema = new SchemaObservation(null, $"hello-bot-db-1 is {state}") { ComesLater = true } });

        var plan = scene.WithSources("source-2").Plan();

        plan.Refusals.ShouldBeEmpty();
        plan.Of("Backup").IsEmpty.ShouldBeTrue();
        plan.Of("Migrate").Steps.Select(s => s.GetType()).ShouldBe([typeof(CheckSchemaStep), typeof(BackupStep), typeof(MigrateStep)]);
    }

    [Fact]
    public void A_paused_database_goes_on_instead_of_being_started()
    {
        var scene = Deployed.WithContainer("hello-bot-db-1", c => c with { State = "paused", Status = "Up 1 minute (Paused)" });

        scene.WithSources("source-2").Plan().Of("PrepareEnvironment").Steps.Select(s => s.Command).ShouldContain("docker unpause hello-bot-db-1");
    }

    [Fact]
    public void A_schema_that_cannot_be_read_is_a_refusal()
    {
        var scene = Deployed.With(o => o with { Schema = new SchemaObservation(null, "hello@172.18.0.2:5432/hello: the server doesn't answer") });

        scene.WithSources("source-2").Plan().Refusals.ShouldHaveSingleItem().Message.ShouldBe(
            "which migrations are pending can't be known: hello@172.18.0.2:5432/hello: the server doesn't answer");
    }

    [Fact]
    public void A_rollback_needs_to_know_the_schema()
    {
        var scene = Deployed.WithSources("source-2").Deploy().With(o => o with { Schema = new SchemaObservation(null, "hello-bot-db-1 is exited") { ComesLater = true } });

        Should.Throw<SlipwayException>(() => scene.RollBack()).Message.ShouldContain("can live with the schema can't be known: hello-bot-db-1 is exited");
    }

    [Fact]
    public void A_database_that_is_replaced_is_dumped_before()
    {
        var scene = Scene.HelloBot(y => y.Replace("{service: db}", "{service: db, backup: always}", StringComparison.Ordinal)).Deploy()
            .With(o => o with { ComposeHashes = new Dictionary<string, string> { ["db"] = "another" } });

        var plan = scene.Plan(new DeploymentRequest { Consents = new HashSet<string> { "db" } });

        plan.Of("Backup").Reason.ShouldBe("before the database is replaced");
        plan.Of("PrepareEnvironment").Steps.Take(2).Select(s => s.GetType()).ShouldBe([typeof(BackupStep), typeof(CommandStep)]);
    }

    [Fact]
    public void Two_heads_are_refused_with_both_of_them()
    {
        var plan = Deployed.WithMigrations(Migrations.Create, Migrations.Expand, Migrations.SecondHead).WithSources("source-2").Plan();

        plan.Refusals.ShouldHaveSingleItem().Message.ShouldSatisfyAllConditions(m => m.ShouldContain("0002"), m => m.ShouldContain("0004"));
    }

    [Theory]
    [InlineData("always", true)]
    [InlineData("before-migration", false)]
    [InlineData("never", false)]
    public void The_policy_decides_on_a_backup_without_a_migration(string policy, bool wanted)
    {
        var scene = Scene.HelloBot(y => y.Replace("{service: db}", $"{{service: db, backup: {policy}}}", StringComparison.Ordinal)).Deploy();

        scene.WithSources("source-2").Plan().Of("Backup").IsEmpty.ShouldBe(!wanted);
    }

    [Fact]
    public void No_password_is_in_a_command()
    {
        var plan = Deployed.WithSchema("0001").WithSources("source-2").Plan();

        plan.Phases.SelectMany(p => p.Steps.Concat(p.Undo)).ShouldNotContain(s => s.Command.Contains("not-for-your-eyes", StringComparison.Ordinal));
        plan.Context.Overlay!.Text.ShouldNotContain("not-for-your-eyes");
    }

    [Fact]
    public void A_release_that_migrates_when_it_starts_is_dumped_before_and_the_plan_says_what_nobody_checks()
    {
        var scene = Starting(Scene.HelloBot(s => s[..s.IndexOf("migrations:", StringComparison.Ordinal)]).Deploy());

        var plan = scene.WithSources("source-2").Plan();

        plan.Of("Backup").Steps.ShouldHaveSingleItem().ShouldBeOfType<BackupStep>().Purpose
            .ShouldBe("dump before bot starts, which migrates: alembic upgrade head (entrypoint.sh:3)");
        plan.Of("Migrate").Reason.ShouldBe("bot migrates when it starts: alembic upgrade head (entrypoint.sh:3)");
        plan.Warnings.ShouldContain("bot migrates the schema whenever it starts, by alembic upgrade head (entrypoint.sh:3),"
            + " in each of its containers and while the release before serves: db is dumped before, but whether both can live with it is not checked");
        scene.Plan().Of("Backup").IsEmpty.ShouldBeTrue();
        scene.WithSources("source-2").Deploy().RollBack().Phases.SelectMany(p => p.Steps).ShouldNotContain(s => s is BackupStep);
    }

    [Fact]
    public void A_release_that_migrates_when_it_starts_says_that_nothing_is_dumped_where_nobody_knows_its_database()
    {
        var plan = Starting(Scene.HelloBot(s => s[..s.IndexOf("database:", StringComparison.Ordinal)])).Plan();

        plan.Of("Backup").IsEmpty.ShouldBeTrue();
        plan.Warnings.ShouldContain(w => w.Contains("slipway.yaml names no database, so nothing is dumped before", StringComparison.Ordinal));
    }

    private static Scene Starting(Scene scene) => scene.With(o => o with
    {
        MigratingStarts = new Dictionary<string, string> { ["bot"] = "alembic upgrade head (entrypoint.sh:3)" },
    });
}
