using Slipway.Databases.Migrations;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Targets;
using Slipway.Deployment.Tests.Applications;
using Slipway.Docker;
using Slipway.Phases;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>An application and its host as observed. A plan takes effect on paper only.</summary>
internal sealed record Scene(Application Application, ObservedState Observation)
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The sample with a database, migrations and a poller, on an empty host.</summary>
    public static Scene HelloBot(Func<string, string>? settings = null, Func<string, string>? compose = null) =>
        Of(Sample.HelloBot(settings, compose)).WithMigrations(Migrations.Create, Migrations.Expand);

    /// <summary>Two blue-green services and a worker behind a proxy that Slipway adds, on an empty host.</summary>
    public static Scene Shop(Func<string, string>? settings = null, Func<string, string>? compose = null) => Of(Sample.Shop(settings, compose));

    public DeploymentPlan Plan(DeploymentRequest? request = null) =>
        DeploymentPlanner.Plan(Application, Observation, request ?? new DeploymentRequest(), PhaseGraph.Deployment, new CakeCommandLines());

    /// <summary>The plan of a rollback to the warm slots.</summary>
    public DeploymentPlan RollBack() =>
        DeploymentPlanner.Plan(Application, Observation, new DeploymentRequest { IsWarmRollback = true }, PhaseGraph.Rollback, new CakeCommandLines());

    /// <summary>The host after the deployment of that plan.</summary>
    public Scene Deploy(DeploymentRequest? request = null) => this with { Observation = Effects.Of(Plan(request)) };

    /// <summary>The host a minute later, with other sources.</summary>
    public Scene WithSources(string hash) => With(o => o with
    {
        Sources = Application.Compose.Services.Where(s => s.Build is not null).ToDictionary(s => s.Name, _ => hash, StringComparer.Ordinal),
        Engine = o.Engine with { Now = o.Engine.Now.AddMinutes(1) },
    });

    public Scene WithMigrations(params MigrationFile[] files) => With(o => o with { Migrations = MigrationTools.Named("alembic")!.Read(files) });

    public Scene WithSchema(params string[] revisions) => With(o => o with { Schema = new SchemaObservation(revisions) });

    public Scene WithEngine(Func<EngineObservation, EngineObservation> change) => With(o => o with { Engine = change(o.Engine) });

    public Scene WithContainer(string name, Func<ContainerObservation, ContainerObservation> change) =>
        With(o => o with { Containers = [.. o.Containers.Select(c => c.Name == name ? change(c) : c)] });

    public Scene With(Func<ObservedState, ObservedState> change) => this with { Observation = change(Observation) };

    /// <summary>The same host with a changed application on it.</summary>
    public Scene With(Application application) => this with { Application = application };

    private static Scene Of(Application application)
    {
        var engine = new EngineObservation("26.1.5", Morning, 8L << 30, 4L << 30, 50L << 30);
        var schema = application.Settings.Migrations is null ? new SchemaObservation([]) : new SchemaObservation(null, "the database does not run yet") { ComesLater = true };
        var hashes = application.Compose.Services.ToDictionary(s => s.Name, s => $"hash-of-{s.Name}", StringComparer.Ordinal);
        var observation = new ObservedState { Engine = engine, Schema = schema, ComposeHashes = hashes };
        return new Scene(application, observation).WithSources("source-1");
    }
}
