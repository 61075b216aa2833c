using Slipway.Deployment.Configuration;
using Slipway.Deployment.Execution;
using Slipway.Deployment.Migrations;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Observation.Mounts;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Secrets;
using Slipway.Deployment.Status;
using Slipway.Deployment.Strategies;
using Slipway.Engine;
using Slipway.Engine.Addresses;
using Slipway.Engine.Api;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;
using Slipway.Observability.Journal;
using Slipway.Observability.Records;

namespace Slipway.Deployment.Targets;

/// <summary>One command of the user: the application, the engine, what was observed, and the secrets to be hidden.</summary>
public sealed class Session : IAsyncDisposable
{
    private readonly IDockerCommandLines _docker;
    private readonly string _config;

    private Session(
        SessionOptions options,
        IReadOnlyList<IPhase> phases,
        IDockerCommandLines docker,
        EngineConnection connection,
        EngineClient engine,
        Application application,
        ObservedState observation,
        string config)
    {
        (Options, Phases, Connection, Engine, Application, Observation) = (options, phases, connection, engine, application, observation);
        Commands = new CommandRunner(connection.DockerHost);
        (_docker, _config) = (docker, config);
        Mask = new SecretMask(ApplicationSecrets.Of(application, config, observation));
        History = new DeploymentHistory(application.State);
    }

    /// <summary>What the user asked for.</summary>
    public SessionOptions Options { get; }

    /// <summary>The phases of what the user asked for, each after all that it depends on.</summary>
    public IReadOnlyList<IPhase> Phases { get; }

    /// <summary>The way to the engine.</summary>
    public EngineConnection Connection { get; }

    /// <summary>What slipway.yaml and the compose files say.</summary>
    public Application Application { get; }

    /// <summary>What was observed.</summary>
    public ObservedState Observation { get; }

    /// <summary>The seam to other programs.</summary>
    public ICommandRunner Commands { get; }

    /// <summary>The engine's API.</summary>
    public EngineClient Engine { get; }

    /// <summary>Hides secrets.</summary>
    public SecretMask Mask { get; }

    /// <summary>Earlier deployments.</summary>
    public DeploymentHistory History { get; }

    /// <summary>Reads the configuration and looks around, as much as possible side by side. Changes nothing.</summary>
    /// <param name="options">What the user asked for.</param>
    /// <param name="phases">The phases of that, each after all that it depends on.</param>
    /// <param name="docker">Makes the commands of steps.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The session.</returns>
    /// <exception cref="SlipwayException">The configuration is wrong, or the engine can't be reached.</exception>
    public static async Task<Session> OpenAsync(
        SessionOptions options, IReadOnlyList<IPhase> phases, IDockerCommandLines docker, CancellationToken cancellation)
    {
        using var span = Spans.Begin("session: read and look");

        // Compose needs no engine to read its files, and is the slowest: it begins first.
        // What only reads has nothing to put in order when the user gives up.
        var localCommands = new SpeculativeComposeConfig(new CommandRunner(null, TimeSpan.FromSeconds(0.5)), options.Folder);
        localCommands.Begin(cancellation);
        var problems = new List<ConfigurationProblem>();
        var settings = SettingsReader.Read(options.Folder, StrategyList.All, problems);
        var loading = new ApplicationLoader(localCommands).LoadAsync(settings, problems, cancellation);
        var connection = await ConnectedAsync(options.Host, settings, problems, cancellation);
        var engine = new EngineClient(connection);
        try
        {
            var observer = new Observer(connection, engine);
            var asking = observer.AskEngineAsync(settings, options.Request.IsWarmRollback, cancellation);
            var migrations = Task.Run(() => SchemaReader.Migrations(settings), cancellation);

            // A mistake in the configuration is told before an engine that is down.
            var (application, config) = await LoadedAsync(loading, options.Folder);
            RequestCheck.DemandKnownConsents(application, options.Request);
            RequestCheck.DemandOwnFiles(application, connection);
            var registries = options.Request.IsWarmRollback || options.Request.IsRelease || options.Request.Kept
                ? Task.FromResult<IReadOnlyDictionary<string, RegistryObservation>>(new Dictionary<string, RegistryObservation>())
                : new RegistryReader(engine, TimeProvider.System).ReadAsync(application, cancellation);
            var hashes = new ComposeHashes(application, localCommands).ReadAsync(config, cancellation);
            var builder = await asking;
            if (!connection.IsLocal)
            {
                var mounts = MountFinder.Find(application, builder.Seen);
                application = application with { Mounts = mounts, Compose = mounts.Of(application.Compose) };
                RequestCheck.DemandFiles(application, options.Request);
            }

            // Between slots of one schema there is nothing to ask the database: what serves now lives with whatever it is at.
            var schema = options.Request.IsWarmRollback && builder.ExpectsOneSchema
                ? Task.FromResult(SchemaObservation.SameForAll)
                : new SchemaReader(connection).ReadAsync(application, builder.Containers, cancellation);
            builder = await builder.WithFilesAsync(application, await migrations, cancellation);
            if (options.Request is { IsWarmRollback: false, IsRelease: false })
            {
                builder.DemandCertificates(application);
            }

            var observation = await builder.CompleteAsync(schema, hashes, k => WarmUpPlanner.Plan(application, k, phases, docker));
            observation = observation with { Remembered = new DeploymentHistory(application.State).Served(), Registries = await registries };
            return new Session(options, phases, docker, connection, engine, application, observation, config);
        }
        catch
        {
            engine.Dispose();
            await connection.DisposeAsync();
            throw;
        }
    }

    private static IEnumerable<string> Ids(IEnumerable<ContainerObservation> containers) => containers.Select(c => c.Id).Order(StringComparer.Ordinal);

    private static async Task<EngineConnection> ConnectedAsync(
        string? host, ApplicationSettings settings, List<ConfigurationProblem> problems, CancellationToken cancellation)
    {
        try
        {
            return await EngineAddress.OpenAsync(host ?? settings.Host, cancellation);
        }
        catch (SlipwayException failure) when (failure.Code == ExitCode.BadConfiguration)
        {
            // What slipway.yaml says wrong of it has a place there.
            throw problems.Count > 0 ? new SlipwayException(failure.Code, ApplicationLoader.Text(problems))
                : new SlipwayException(failure.Code, $"{(host is null ? settings.File : "--host")}: {failure.Message}", inner: failure);
        }
    }

    // Compose quotes what it does not understand, before anybody knows which values are secret.
    private static async Task<(Application Application, string Config)> LoadedAsync(Task<(Application Application, string Config)> loading, string folder)
    {
        try
        {
            return await loading;
        }
        catch (SlipwayException failure)
        {
            throw failure.Masked(SurroundingSecrets.Mask(folder));
        }
    }

    /// <summary>Plans what the user asked for.</summary>
    /// <returns>The plan.</returns>
    /// <exception cref="SlipwayException">It is a rollback, and there is nothing to go back to (<see cref="ExitCode.NoRollback"/>).</exception>
    /// <exception cref="SlipwayException">It is a deployment, and what is to be built is not there (<see cref="ExitCode.BadConfiguration"/>).</exception>
    public DeploymentPlan Plan()
    {
        using var span = Spans.Begin("plan");
        var plan = DeploymentPlanner.Plan(Application, Observation, Options.Request, Phases, _docker);
        RequestCheck.DemandSources(plan.Context);
        return plan;
    }

    /// <summary>What a deployment would be planned from: for whoever only wants to know how things are.</summary>
    /// <returns>What is known.</returns>
    public PlanningContext Look() => DeploymentPlanner.Plan(Application, Observation, Options.Request, Phases, _docker).Context;

    /// <summary>Looks whether the application's containers, and the slots that serve, are still those that were observed.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>True if somebody changed them meanwhile.</returns>
    public async Task<bool> HasChangedAsync(CancellationToken cancellation)
    {
        using var json = await Engine.GetAsync("containers/json?all=1", cancellation);
        var now = EngineReader.Containers(json!.RootElement, Application.Name);
        var slots = (Observation with { Gateways = await new Observer(Connection, Engine).GatewaysAsync(Application.Settings, now, cancellation) }).ActiveSlots;
        var before = Observation.ActiveSlots;
        return !Ids([.. now, .. EngineReader.Ending(json.RootElement, Application.Name)]).SequenceEqual(Ids([.. Observation.Containers, .. Observation.Ending]))
            || slots.Any(s => before.GetValueOrDefault(s.Key) != s.Value);
    }

    /// <summary>Looks whether what served before a run that failed serves still, or again.</summary>
    /// <param name="before">What the run was planned from.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>A sentence; null when nothing served.</returns>
    public async Task<string?> WhatServesAsync(PlanningContext before, CancellationToken cancellation)
    {
        var services = before.Services.Where(s => s.Incumbent is { IsRunning: true }).ToList();
        if (services.Count == 0)
        {
            return null;
        }

        try
        {
            using var json = await Engine.GetAsync("containers/json?all=1", cancellation);
            var now = EngineReader.Containers(json!.RootElement, Application.Name);
            var gateways = await new Observer(Connection, Engine).GatewaysAsync(Application.Settings, now, cancellation);
            var slots = (Observation with { Gateways = gateways }).ActiveSlots;
            var lost = services
                .Where(service => !now.Any(c => c.Id == service.Incumbent!.Id && c.IsRunning)
                    || (slots.TryGetValue(service.Name, out var slot) && service.Active is { } active && slot != active))
                .Select(s => s.Incumbent!.Name)
                .ToList();
            return lost.Count == 0
                ? $"the old release still serves: {string.Join(", ", services.Select(s => s.Incumbent!.Name))}"
                : $"of what served before these do not serve now: {string.Join(", ", lost)}; run Deploy again, or look at --target=Status";
        }
        catch (Exception e) when (e is SlipwayException or OperationCanceledException)
        {
            return "whether the old release still serves can't be seen: look at --target=Status";
        }
    }

    /// <summary>Makes sure that the release which serves is in the history. What can't be written there fails nobody who had nothing to do.</summary>
    /// <param name="plan">A plan in which nothing changes.</param>
    /// <param name="time">The clock.</param>
    internal void RememberServing(DeploymentPlan plan, TimeProvider time)
    {
        if (plan.Context.Request.Action != RunAction.Deploy)
        {
            return;
        }

        try
        {
            History.AddServing(RunSummary.Serving(plan), time.GetUtcNow());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next one writes it.
        }
    }

    /// <summary>Keeps what the next run need not find out again.</summary>
    public void Remember() => new ComposeHashes(Application, Commands).Write(_config, Observation.ComposeHashes);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Engine.Dispose();
        await Connection.DisposeAsync();
    }
}
