using Slipway.Commands;
using Slipway.Configuration;
using Slipway.Engine;
using Slipway.Errors;
using Slipway.Observability.Journal;
using Slipway.Observability.Records;
using Slipway.Observing;
using Slipway.Phases;
using Slipway.Planning;

namespace Slipway.Sessions;

/// <summary>One command of the user: the application, the engine, what was observed, and the secrets to be hidden.</summary>
public sealed class Session : IAsyncDisposable
{
    private readonly string _config;

    private Session(SlipwayOptions options, EngineConnection connection, Application application, Observation observation, ICommandRunner commands, EngineClient engine, string config)
    {
        (Options, Connection, Application, Observation, Commands, Engine) = (options, connection, application, observation, commands, engine);
        _config = config;
        Mask = new SecretMask(ApplicationSecrets.Of(application.Compose));
        History = new DeploymentHistory(application.State);
    }

    /// <summary>What the user asked for.</summary>
    public SlipwayOptions Options { get; }

    /// <summary>The way to the engine.</summary>
    public EngineConnection Connection { get; }

    /// <summary>The application.</summary>
    public Application Application { get; }

    /// <summary>What was observed.</summary>
    public Observation Observation { get; }

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
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The session.</returns>
    /// <exception cref="Errors.SlipwayException">The configuration is wrong, or the engine can't be reached.</exception>
    public static async Task<Session> OpenAsync(SlipwayOptions options, CancellationToken cancellation)
    {
        // Compose needs no engine to read its files, and is the slowest: it begins first.
        var localCommands = new EarlyCompose(new CommandRunner(null), options.Folder);
        localCommands.Begin(cancellation);
        var problems = new List<ConfigurationProblem>();
        var settings = SettingsReader.Read(options.Folder, problems);
        var loading = new ApplicationLoader(localCommands).LoadAsync(settings, problems, cancellation);
        var connection = await EngineAddress.OpenAsync(options.Host ?? settings.Host, cancellation);
        var engine = new EngineClient(connection);
        try
        {
            var observer = new Observer(connection, engine);
            var asking = observer.AskEngineAsync(settings, options.GoesBack, cancellation);
            var migrations = Task.Run(() => Observer.Migrations(settings), cancellation);

            // A mistake in the configuration is told before an engine that is down.
            var (application, config) = await loading;
            var hashes = new ComposeHashes(application, localCommands).ReadAsync(config, cancellation);
            var answers = await asking;
            var observation = await observer.ObserveAsync(application, answers, hashes, await migrations, options.GoesBack, known => Rehearse(application, known), cancellation);
            return new Session(options, connection, application, observation, new CommandRunner(connection.DockerHost), engine, config);
        }
        catch
        {
            engine.Dispose();
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The request for a deployment.</summary>
    /// <param name="kept">Whether it is for a kept release.</param>
    /// <returns>The request.</returns>
    public DeploymentRequest Request(bool kept) => new()
    {
        Release = Options.Release,
        Kept = kept,
        GoesBack = Options.GoesBack,
        Consents = Options.Consents,
        AllowContracting = Options.AllowContracting,
    };

    /// <summary>Looks whether the application's containers, and the slots that serve, are still those that were observed.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>True if somebody changed them meanwhile.</returns>
    public async Task<bool> HasChangedAsync(CancellationToken cancellation)
    {
        using var json = await Engine.GetAsync("containers/json?all=1", cancellation);
        var now = EngineReader.Containers(json!.RootElement, Application.Name);
        var slots = await new Observer(Connection, Engine).ActiveSlotsAsync(Application.Settings, now, cancellation);
        return !now.Select(c => c.Id).Order(StringComparer.Ordinal).SequenceEqual(Observation.Containers.Select(c => c.Id).Order(StringComparer.Ordinal))
            || slots.Any(s => Observation.ActiveSlots.GetValueOrDefault(s.Key) != s.Value);
    }

    /// <summary>Keeps what the next run need not find out again.</summary>
    public void Remember() => new ComposeHashes(Application, Commands).Write(_config, Observation.ComposeHashes);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Engine.Dispose();
        await Connection.DisposeAsync();
    }

    // To plan takes little once its code has been compiled, which is most of the time that a first plan takes.
    private static void Rehearse(Application application, Observation known)
    {
        try
        {
            _ = DeploymentPlanner.Plan(application, known, new DeploymentRequest(), PhaseGraph.Phases);
        }
        catch (SlipwayException)
        {
            // The plan that counts will say so.
        }
    }
}
