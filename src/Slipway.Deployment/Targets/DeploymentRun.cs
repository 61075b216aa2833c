using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Slipway.Deployment.Backups;
using Slipway.Deployment.Database;
using Slipway.Deployment.Execution;
using Slipway.Deployment.Fronts;
using Slipway.Deployment.Images;
using Slipway.Deployment.Jobs;
using Slipway.Deployment.Migrations;
using Slipway.Deployment.Mounts;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Proxies;
using Slipway.Deployment.Slots;
using Slipway.Engine;
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
    private readonly Endings _endings;
    private readonly PlanExecutor _executor;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly Func<IEnumerable<string>> _timings;
    private readonly List<PhasePlan> _done = [];
    private volatile bool _isUndone;

    /// <summary>Prepares the execution of a plan.</summary>
    /// <param name="console">Shows a person what the steps say.</param>
    /// <param name="additions">What the user's own build adds.</param>
    /// <param name="time">The clock.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "the journal disposes its sinks")]
    internal DeploymentRun(Session session, DeploymentPlan plan, ConsoleSink console, RunAdditions additions, TimeProvider time)
    {
        (_session, Plan, _time, _began, _timings) = (session, plan, time, time.GetTimestamp(), additions.Timings);
        var action = plan.Context.Request.Action;
        var file = string.Create(CultureInfo.InvariantCulture,
            $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{action.ToLowerInvariant()}-{Environment.ProcessId}.jsonl");
        var lines = new JsonLinesSink(session.Application.State, Path.Combine(StateFolder.Journals, file));
        _journal = new RunJournal(time, session.Mask, [lines, new HistorySink(session.History), console, .. additions.Sinks.Select(s => s())]);
        _run = new Lazy<JournaledRun>(() => _journal.Start(action, plan.Context.Release));
        _endings = new Endings(session.Engine);
        _lock = new LockHandler(
            session.Engine,
            LeaseObservation.PurposeOf(action, plan.Context.Release),
            Jobs().AwaitLeftoversAsync,
            HasChangedAsync,
            SettleAsync,
            time);
        _executor = new PlanExecutor([.. additions.Handlers, .. Handlers()], _lock.DemandAsync, time);
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
        using var span = Spans.Begin($"phase: {phase.Name}");
        var journal = _run.Value.Phase(phase.Name, phase.Reason);
        try
        {
            await _executor.ExecuteAsync(phase, journal, cancellation);
            Done(phase);
            journal.Finish(RunResult.Success);
        }
        catch (Exception e)
        {
            _isUndone |= !phase.IsOwn && phase.Undo.Count > 0;
            await UndoAsync($"{phase.Name} failed", phase.Undo, journal);
            await TellWhatServesAsync(journal);
            journal.Finish(RunResult.Of(e), e.Message);
            throw _lock.Loss ?? (e is OperationCanceledException ? e
                : (e as SlipwayException ?? new SlipwayException(ExitCode.Failed, e.Message, inner: e)).Masked(_session.Mask));
        }
    }

    /// <summary>Writes that a task of the user's own begins, once the lock is known to be held where it is a part of what the lock guards.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The task in the journal, to be finished by the caller.</returns>
    /// <exception cref="SlipwayException">The lock was lost (<see cref="ExitCode.Locked"/>).</exception>
    internal async Task<JournaledPhase> BeginOwnAsync(PhasePlan task, CancellationToken cancellation)
    {
        if (_lock.Lease.Length > 0)
        {
            await _lock.DemandAsync(task.Steps[0], cancellation);
        }

        return _run.Value.Phase(task.Name, task.Reason);
    }

    /// <summary>
    /// Leads back what a run has begun that ended between two phases, or because of a task of the user's own: as the phase would that ended
    /// last. What phases of the user's own did before is led back by them.
    /// </summary>
    /// <returns>When it is done; a run that has been led back by the phase that failed, or has ended, is left alone.</returns>
    internal async Task AbandonAsync()
    {
        List<PhasePlan> done;
        lock (_done)
        {
            done = [.. _done];
        }

        // After its last phase the release serves, and the lock is not held any more.
        if (!_run.IsValueCreated || _lock.Lease.Length == 0)
        {
            return;
        }

        var last = _isUndone ? null : done.FindLast(p => !p.IsOwn && p.Undo.Count > 0);
        var own = done.FindAll(p => p.IsOwn && p.Undo.Count > 0);
        if (last is null && own.Count == 0)
        {
            return;
        }

        own.Reverse();
        var journal = _run.Value.Phase("Undo", "the run failed");
        await UndoAsync("the run failed", [.. last?.Undo ?? [], .. own.SelectMany(p => p.Undo)], journal);
        await TellWhatServesAsync(journal);
        journal.Finish(RunResult.Failure);
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
            foreach (var line in _timings())
            {
                _run.Value.Output(line);
            }

            _run.Value.Finish();
        }

        _journal.Dispose();
    }

    private void Done(PhasePlan phase)
    {
        lock (_done)
        {
            _done.Add(phase);
        }
    }

    private async Task UndoAsync(string why, IReadOnlyList<Step> steps, JournaledPhase journal)
    {
        if (steps.Count == 0)
        {
            return;
        }

        if (_lock.Loss is not null)
        {
            // Whoever has the lock now decides what becomes of what this run began.
            return;
        }

        journal.Note($"{why}: going back to what was there before");
        try
        {
            await _executor.ExecuteAsync(new PhasePlan("Undo", steps, [], "going back"), journal, CancellationToken.None);
        }
        catch (SlipwayException e)
        {
            journal.Note($"going back failed as well: {e.Message}");
        }
    }

    // Seen, not concluded.
    private async Task TellWhatServesAsync(JournaledPhase journal)
    {
        if (_lock.Lease.Length == 0)
        {
            return;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5), _time);
        if (await _session.WhatServesAsync(Plan.Context, patience.Token) is { } sentence)
        {
            journal.Note(sentence);
        }
    }

    // What can't be remembered must not fail a deployment that has succeeded.
    private void Remember()
    {
        if (_done.Count == 0)
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

    private async Task SettleAsync()
    {
        foreach (var container in await _endings.SettleAsync())
        {
            _run.Value.Note($"{container} still ends; the engine sees to it, and the next Deploy removes it");
        }
    }

    private MigrationJobs Jobs() => new(_session.Application, _session.Engine, _time);

    // A deployment asks once more which migrations are pending before it migrates; whoever goes back does not.
    private async Task<bool> HasChangedAsync(bool hadLeftovers, CancellationToken cancellation) =>
        (hadLeftovers && Plan.Context.Request.Action != RunAction.Deploy) || await _session.HasChangedAsync(cancellation);

    private List<IStepHandler> Handlers()
    {
        var database = new AnsweringDatabase(_session.Application, _session.Connection, _session.Engine, _time);
        var check = new SchemaCheck(Plan.Context, database);
        var failed = new ContainerDiagnostics(_session.Commands);
        var handlers = new List<IStepHandler>
        {
            new PreflightHandler(_session.Connection.DisplayName, Plan.Refusals),
            _lock,
            new WriteFileHandler(),
            new PutFilesHandler(_session.Engine),
            new CommandStepHandler(_session.Commands, new StepTimesFile(_session.Application.Settings.Folder).Remember),
            new ContainerStepHandler(_session.Engine),
            _endings,
            new ReviveHandler(_session.Engine, c => _executor!.HasEnded(c)),
            new BackupHandler(_session.Commands, database.IsEmptyAsync, _time),
            new CheckSchemaHandler(check),
            new MigrateHandler(_session.Application.Name, check, Jobs(), () => (_lock.Lease, _run.Value.Run), _session.Commands, _time),
            new RunJobHandler(_session.Engine, _session.Commands, _time),
            new AwaitReadyHandler(_session.Connection, _session.Engine, failed, _time),
            new CanStartHandler(_session.Engine),
            new AwaitRunningHandler(_session.Engine, failed, _time),
        };
        if (Plan.Context.Layout.Proxy is not null)
        {
            var proxies = new ProxyAccesses(_session.Connection, _session.Engine, Plan.Context.Layout);
            handlers.Add(new TestProxyHandler(proxies, _session.Application.Name, _session.Engine, _session.Commands));
            handlers.Add(new AwaitCertificatesHandler(proxies, _session.Engine, _time));
            handlers.Add(new ShareHandler(proxies));
            handlers.Add(new PutCertificatesHandler(proxies, _session.Engine));
            handlers.Add(new UpdateProxyHandler(proxies, _session.Engine, _time));
            handlers.Add(new HandOverHandler(proxies, _session.Engine, _time));
            handlers.Add(new EndSuccessorsHandler(_session.Engine, _time));
            handlers.Add(new SmokeHandler(proxies, failed, _time));
            handlers.Add(new ConfirmSlotHandler(proxies, _time));
            handlers.Add(new WatchHandler(proxies, _session.Engine, failed, _time));
            handlers.Add(new DrainHandler(proxies, _endings.LetTalk, _time));
            handlers.Add(new AskFrontHandler(new FrontClient(_session.Connection, _time), _time));
            handlers.Add(new TellFrontHandler(_session.Engine, _time));
            handlers.Add(new TestFrontHandler(_session.Engine));
            handlers.Add(new LetFrontNoticeHandler(_time));
        }

        return handlers;
    }
}
