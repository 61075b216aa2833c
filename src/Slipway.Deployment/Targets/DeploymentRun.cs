using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Slipway.Deployment.Backups;
using Slipway.Deployment.Execution;
using Slipway.Deployment.Fronts;
using Slipway.Deployment.Images;
using Slipway.Deployment.Migrations;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Proxies;
using Slipway.Deployment.Slots;
using Slipway.Engine.Errors;
using Slipway.Engine.Locks;
using Slipway.Observability.Console;
using Slipway.Observability.Journal;
using Slipway.Observability.Records;
using Slipway.Observability.State;

namespace Slipway.Deployment.Targets;

/// <summary>The execution of one plan: it journals, undoes what failed, and remembers how long everything took.</summary>
public sealed class DeploymentRun : IAsyncDisposable
{
    private readonly Session _session;
    private readonly RunJournal _journal;
    private readonly Lazy<JournaledRun> _run;
    private readonly LockHandler _lock;
    private readonly PlanExecutor _executor;
    private readonly TimeProvider _time;
    private readonly long _began;
    private volatile bool _hasDoneAnything;

    /// <summary>Prepares the execution of a plan.</summary>
    /// <param name="console">Shows a person what the steps say.</param>
    /// <param name="time">The clock.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "the journal disposes its sinks")]
    public DeploymentRun(Session session, DeploymentPlan plan, ConsoleSink console, TimeProvider time)
    {
        (_session, Plan, _time, _began) = (session, plan, time, time.GetTimestamp());
        var action = plan.Context.Request.Action;
        var file = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{action.ToLowerInvariant()}-{Environment.ProcessId}.jsonl");
        var lines = new JsonLinesSink(session.Application.State, Path.Combine(StateFolder.Journals, file));
        _journal = new RunJournal(time, session.Mask, lines, new HistorySink(session.History), console);
        _run = new Lazy<JournaledRun>(() => _journal.Start(action, plan.Context.Release));
        _lock = new LockHandler(session.Engine, LeaseObservation.PurposeOf(action, plan.Context.Release), session.HasChangedAsync, time);
        _executor = new PlanExecutor(Handlers(), time);
    }

    /// <summary>What the run carries out.</summary>
    public DeploymentPlan Plan { get; }

    /// <summary>Time since the run began.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_began);

    /// <summary>Executes a phase. When it fails or is cancelled, its way back is executed before the error is passed on.</summary>
    /// <param name="cancellation">Cancels the phase with its processes.</param>
    /// <returns>When it is done.</returns>
    /// <exception cref="SlipwayException">A step failed.</exception>
    internal async Task ExecuteAsync(PhasePlan phase, CancellationToken cancellation)
    {
        var journal = _run.Value.Phase(phase.Name, phase.Reason);
        try
        {
            await _executor.ExecuteAsync(phase, journal, cancellation);
            _hasDoneAnything = true;
            journal.Finish(RunResult.Success);
        }
        catch (Exception e)
        {
            await UndoAsync(phase, journal);
            journal.Finish(RunResult.Of(e), e.Message);
            throw e is SlipwayException known ? known.Masked(_session.Mask) : e;
        }
    }

    /// <summary>Writes that a phase has nothing to do.</summary>
    internal void Skip(PhasePlan phase) => _run.Value.Skip(phase.Name, phase.Reason);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _lock.DisposeAsync();
        if (_run.IsValueCreated)
        {
            Remember();
            _run.Value.Finish();
        }

        _journal.Dispose();
    }

    private async Task UndoAsync(PhasePlan phase, JournaledPhase journal)
    {
        if (phase.Undo.Count == 0)
        {
            return;
        }

        journal.Note($"{phase.Name} failed: going back to what was there before");
        try
        {
            await _executor.ExecuteAsync(new PhasePlan(phase.Name, phase.Undo, [], "going back"), journal, CancellationToken.None);
        }
        catch (SlipwayException e)
        {
            journal.Note($"going back failed as well: {e.Message}");
        }
    }

    // What can't be remembered must not fail a deployment that has succeeded.
    private void Remember()
    {
        if (!_hasDoneAnything)
        {
            return;
        }

        try
        {
            _session.Remember();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _run.Value.Output($"what the next run need not find out again can't be written: {e.Message}");
        }
    }

    private List<IStepHandler> Handlers()
    {
        var failed = new ContainerDiagnostics(_session.Commands);
        var handlers = new List<IStepHandler>
        {
            new PreflightHandler(Plan.Refusals),
            _lock,
            new WriteFileHandler(),
            new CommandStepHandler(_session.Commands, new StepTimesFile(_session.Application.Settings.Folder).Remember),
            new ContainerStepHandler(_session.Engine),
            new BackupHandler(_session.Commands, _time),
            new MigrateHandler(_session.Application, _session.Connection, _session.Engine, _session.Commands, _time),
            new AwaitReadyHandler(_session.Connection, _session.Engine, failed, _time),
            new AwaitRunningHandler(_session.Engine, failed, _time),
        };
        if (Plan.Context.Layout.Proxy is not null)
        {
            var proxies = new ProxyAccesses(_session.Connection, _session.Engine, Plan.Context.Layout);
            handlers.Add(new TestProxyHandler(proxies, _session.Application.Name, _session.Engine, _session.Commands));
            handlers.Add(new UpdateProxyHandler(proxies, _session.Engine, _time));
            handlers.Add(new SmokeHandler(proxies, failed, _time));
            handlers.Add(new ConfirmSlotHandler(proxies, _time));
            handlers.Add(new WatchHandler(proxies, _session.Engine, failed, _time));
            handlers.Add(new DrainHandler(proxies, _time));
            handlers.Add(new AskFrontHandler(new FrontClient(_session.Connection, _time), _time));
            handlers.Add(new TellFrontHandler(_session.Engine, _time));
        }

        return handlers;
    }
}
