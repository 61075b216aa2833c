using Slipway.Deployment.Backups;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;

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

    [Fact]
    public void A_schema_that_cannot_be_read_is_migrated_to_be_sure()
    {
        var plan = Deployed.With(o => o with { Schema = new SchemaObservation(null, "no answer") }).WithSources("source-2").Plan();

        plan.Of("Migrate").Steps.ShouldHaveSingleItem();
        plan.Of("Migrate").Reason.ShouldBe("what is pending is not known: no answer");
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
}
