using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Slipway.Deployment.Backups;
using Slipway.Deployment.Execution;
using Slipway.Deployment.Images;
using Slipway.Deployment.Migrations;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Proxies;
using Slipway.Deployment.Slots;
using Slipway.Engine.Errors;
using Slipway.Engine.Locks;
using Slipway.Observability.Journal;
using Slipway.Observability.Records;

namespace Slipway.Deployment.Targets;

/// <summary>The execution of one plan: it journals, undoes what failed, and remembers how long everything took.</summary>
public sealed class DeploymentRun : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TimeSpan> _phases = new(StringComparer.Ordinal);
    private readonly Session _session;
    private readonly RunJournal _journal;
    private readonly LockHandler _lock;
    private readonly PlanExecutor _executor;
    private readonly TimeProvider _time;
    private readonly long _began;
    private volatile string _result = "success";

    /// <summary>Prepares the execution of a plan.</summary>
    /// <param name="session">The session.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="time">The clock.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "the journal disposes its sinks")]
    public DeploymentRun(Session session, DeploymentPlan plan, TimeProvider time)
    {
        (_session, Plan, _time, _began) = (session, plan, time, time.GetTimestamp());
        var action = plan.Context.Request.Action;
        var file = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{action.ToLowerInvariant()}-{Environment.ProcessId}.jsonl");
        _journal = new RunJournal(time, session.Mask, new JsonLinesSink(Path.Combine(session.JournalFolder, file)));
        _lock = new LockHandler(session.Engine, LeaseObservation.PurposeOf(action, plan.Context.Release), session.HasChangedAsync, time);
        _executor = new PlanExecutor(Handlers(), _journal, time);
    }

    /// <summary>The plan.</summary>
    public DeploymentPlan Plan { get; }

    /// <summary>Time since the run began.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_began);

    /// <summary>Executes a phase. When it fails or is cancelled, its way back is executed before the error is passed on.</summary>
    /// <param name="phase">The phase.</param>
    /// <param name="output">Where its words go.</param>
    /// <param name="cancellation">Cancels the phase with its processes.</param>
    /// <returns>When it is done.</returns>
    /// <exception cref="SlipwayException">A step failed.</exception>
    internal async Task ExecuteAsync(PhasePlan phase, StepOutput output, CancellationToken cancellation)
    {
        var began = _time.GetTimestamp();
        var masked = new StepOutput(Masked(phase.Name, output.Line), Masked(phase.Name, output.Note), output.Progress);
        _journal.Write(JournalEventKind.PhaseStarted, phase.Name, phase.Reason);
        try
        {
            await _executor.ExecuteAsync(phase, masked, cancellation);
            _phases[phase.Name] = _time.GetElapsedTime(began);
            _journal.Write(JournalEventKind.PhaseFinished, phase.Name, null, "success", _phases[phase.Name]);
        }
        catch (Exception e)
        {
            _result = e is OperationCanceledException ? "cancellation" : "failure";
            await UndoAsync(phase, masked);
            _journal.Write(JournalEventKind.PhaseFinished, phase.Name, e.Message, _result, _time.GetElapsedTime(began));
            throw e is SlipwayException known ? known.Masked(_session.Mask) : e;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _lock.DisposeAsync();
        if (!_phases.IsEmpty)
        {
            Remember();
        }

        _journal.Dispose();
    }

    private Action<string> Masked(string phase, Action<string> sink) => text =>
    {
        _journal.Write(JournalEventKind.Output, phase, text);
        sink(_session.Mask.Apply(text));
    };

    private async Task UndoAsync(PhasePlan phase, StepOutput output)
    {
        if (phase.Undo.Count == 0)
        {
            return;
        }

        output.Note($"{phase.Name} failed: going back, the old release keeps serving");
        try
        {
            await _executor.ExecuteAsync(new PhasePlan(phase.Name, phase.Undo, [], "going back"), output, CancellationToken.None);
        }
        catch (SlipwayException e)
        {
            output.Note($"going back failed as well: {e.Message}");
        }
    }

    // What can't be remembered must not fail a deployment that has succeeded.
    private void Remember()
    {
        try
        {
            _session.History.Add(new DeploymentRecord(_time.GetUtcNow(), Plan.Context.Release, _result, Elapsed, _phases));
            _session.Remember();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _journal.Write(JournalEventKind.Output, null, $"the history can't be written: {e.Message}");
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
            new CommandStepHandler(_session.Commands, new StepTimesFile(_session.Application.Settings.Folder)),
            new ContainerStepHandler(_session.Engine),
            new BackupHandler(_session.Commands, _time),
            new MigrateHandler(_session, _time),
            new AwaitReadyHandler(_session.Connection, _session.Engine, failed, _time),
            new AwaitRunningHandler(_session.Engine, failed, _time),
        };
        if (Plan.Context.Layout is { Proxy: { } kind, ProxyPlan: { } proxyPlan } layout)
        {
            var proxy = new ProxyAccess(_session.Connection, _session.Engine, kind, proxyPlan, layout.ProxyAddress);
            handlers.Add(new SmokeHandler(proxy, failed, _time));
            handlers.Add(new ConfirmSlotHandler(proxy, _time));
            handlers.Add(new WatchHandler(proxy, _session.Engine, failed, _time));
            handlers.Add(new DrainHandler(proxy, _time));
        }

        return handlers;
    }
}
