using System.Collections.Immutable;
using Slipway.Compose.Slots;
using Slipway.Deployment.Certificates;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Images;
using Slipway.Deployment.Jobs;
using Slipway.Deployment.Migrations;
using Slipway.Deployment.Mounts;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Deployment.Planning.Layout;
using Slipway.Deployment.Planning.Preflight;
using Slipway.Deployment.Strategies;
using Slipway.Engine;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Targets;

/// <summary>Plans a deployment: a pure function of the application, the observation and the request.</summary>
public static class DeploymentPlanner
{
    private static readonly IPreflightRule[] Rules =
    [
        new EngineIsNewEnough(), new DiskHasRoom(), new MemoryHasRoom(), new PortsAreFree(), new NamesAreFree(),
        new ProxyCanBeDriven(), new CertificatesAreGood(), new MigrationsAreSafe(), new ReleaseIsKept(), new ReleaseNameIsFree(),
        new DataIsNotLeftBehind(), new MountsHaveAPlace(), new NetworksAreThere(), new LeadingFileIsSound(),
    ];

    /// <summary>Plans.</summary>
    /// <param name="observation">What was observed.</param>
    /// <param name="request">What the user asked for.</param>
    /// <param name="phases">The phases, each after all that it depends on.</param>
    /// <param name="docker">Makes the commands of steps.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="SlipwayException">It is a rollback that can't be (<see cref="ExitCode.NoRollback"/>).</exception>
    public static DeploymentPlan Plan(
        Application application, ObservedState observation, DeploymentRequest request, IReadOnlyList<IPhase> phases, IDockerCommandLines docker)
    {
        var addresses = SlotAddresses.For(application, observation);
        var finder = new ChangeFinder(application, observation, addresses);
        var release = finder.Release(request.Release);
        var services = finder.Find(release, request.Kept);
        var isRenewed = application.Settings.Proxy is { } proxy && request.Consents.Contains(proxy.Service);
        var jobs = finder.FindJobs(release, services, request is { Kept: false, IsWarmRollback: false, IsRelease: false });
        var layout = SlotLayout.Of(application, observation, services, addresses, isRenewed);
        var strays = Strays.Of(application, observation, addresses);
        var schema = SchemaFinder.Find(application, observation, request);
        var overlay = request.IsWarmRollback || request.IsRelease
            ? null
            : new OverlayMaker(application, observation, layout).Make(
                services,
                s => ContainerLabels(application, s, release, schema),
                jobs,
                j => JobLabels(application, j, release),
                BuildLabels(application, observation, schema),
                MigrationJob(application, services));
        var context = new PlanningContext
        {
            Application = application,
            Observation = observation,
            Request = request,
            Docker = docker,
            Release = release,
            Services = services,
            Jobs = jobs,
            Schema = schema,
            Layout = layout,
            Overlay = overlay?.Overlay,
            Strays = strays,
            Environment = EnvironmentFinder.Find(application, observation, layout.Gateways, strays, request.Consents),
        };
        var refusals = (overlay?.Refusals ?? []).Select(r => new Refusal($"{r.Place}: {r.Message}", r.Remedy)).Concat(Rules
            .SelectMany(r => r.Check(context)));
        context = request.IsWarmRollback ? WarmRollback.Of(context) : request.IsRelease ? Released(context) : context;
        var plan = new DeploymentPlan(
            context,
            [.. Wanted(phases, request.Until).Select(p => p.Plan(context))],
            context.ChangesAnything && !request.IsWarmRollback && !request.IsRelease ? [.. refusals] : [],
            [.. request.IsRelease ? EnvironmentWarnings.OfRelease(context) : Warnings(context)]);
        if (request.Kept)
        {
            ColdRollback.Demand(plan);
        }

        return plan;
    }

    // A part is planned with all that it depends on, and nothing else.
    private static IEnumerable<IPhase> Wanted(IReadOnlyList<IPhase> phases, string? until)
    {
        if (until is null)
        {
            return phases;
        }

        var wanted = new HashSet<string>(StringComparer.Ordinal) { until };
        foreach (var phase in phases.Reverse().Where(p => wanted.Contains(p.Name)))
        {
            wanted.UnionWith(phase.DependsOn);
        }

        return phases.Where(p => wanted.Contains(p.Name));
    }

    private static PlanningContext Released(PlanningContext context) => context with
    {
        Release = context.Services.OrderByDescending(s => s.Incumbent?.Created).FirstOrDefault()?.Incumbent?.Release ?? context.Release,
        Services =
        [
            .. context.Services.Select(service => service with
            {
                Changes = false,
                Reason = service.Settings.Strategy.HasSlots ? "given back to plain compose" : "left alone",
            }),
        ],
        Environment = EnvironmentChange.None with
        {
            Gateways = [.. context.Layout.Gateways
            .Select(g => new GatewayChange(g, GatewayAction.None, "removed"))]
        },
    };

    private static IEnumerable<string> Warnings(PlanningContext context) =>
        context.Application.Warnings
            .Concat(context.Overlay?.Warnings.Select(w => w.ToString()) ?? [])
            .Concat(EnvironmentWarnings.Of(context))
            .Concat(LastToServe.Warnings(context))
            .Concat(CertificateWarnings.Of(context))
            .Concat(RegistryWarnings.Of(context))
            .Concat(ReplicaWarnings.Of(context))
            .Concat(JobWarnings.Of(context))
            .Concat(MigrationWarnings.Of(context))
            .Concat(context.Request.IsWarmRollback ? WarmRollback.Warnings(context) : []);

    private static ImmutableArray<KeyValuePair<string, string>> ContainerLabels(
        Application application, ServiceChange service, string release, SchemaChange schema) =>
    [
        new(Labels.Application, application.Name),
        .. service.Settings.Strategy.HasSlots ? SlotLabels(service) : [],
        new(Labels.Release, release),
        new(Labels.Configuration, application.Compose.ConfigHash(service.Name)),
        .. MountLabel.For(application.Compose.Find(service.Name)!),
        .. SchemaLabels(schema),
    ];

    private static ImmutableArray<KeyValuePair<string, string>> JobLabels(Application application, string job, string release) =>
    [
        new(Labels.Application, application.Name),
        new(Labels.Release, release),
        new(Labels.Configuration, application.Compose.ConfigHash(job)),
    ];

    private static KeyValuePair<string, string>[] SlotLabels(ServiceChange service) =>
        [new(Labels.Service, service.Name), new(Labels.Slot, service.Target.Name())];

    private static ImmutableDictionary<string, ImmutableArray<KeyValuePair<string, string>>> BuildLabels(
        Application application, ObservedState observation, SchemaChange schema) =>
        observation.Sources.ToImmutableDictionary(
            s => s.Key,
            source => (ImmutableArray<KeyValuePair<string, string>>)
            [
                new(Labels.Application, application.Name),
                new(Labels.Source, source.Value),
                .. SchemaLabels(schema),
            ],
            StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> SchemaLabels(SchemaChange schema)
    {
        if (schema.Head is not null)
        {
            yield return new(Labels.Schema, schema.Head);
            yield return new(Labels.SchemaFloor, schema.Floor ?? string.Empty);
            yield return new(Labels.SchemaChain, string.Join(',', schema.Chain));
        }
    }

    private static MigrationJob? MigrationJob(Application application, IReadOnlyList<ServiceChange> services) =>
        application.Settings.Migrations is { } migrations && services.FirstOrDefault(s => s.Name == migrations.Service) is { } service
            ? new MigrationJob(migrations.Service, service.Image.ReleaseTag, [.. migrations.Command], [new(Labels.Application, application.Name)])
            : null;
}
