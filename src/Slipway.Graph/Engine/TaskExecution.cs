using Cake.Core;
using Cake.Core.Diagnostics;
using Slipway.Graph.Records;
using Slipway.Graph.Scopes;

namespace Slipway.Graph.Engine;

/// <summary>Takes one task through its life: criteria, setup, actions, error handlers, finally, teardown.</summary>
internal sealed class TaskExecution(
    RunServices services,
    RunState state,
    RunLedger ledger,
    TaskHooks hooks,
    IExecutionStrategy strategy,
    ICakeContext context)
{
    /// <summary>Runs the task. Never throws: what went wrong is in the record and, if it ends the run, in the state.</summary>
    public async Task RunAsync(CakeTask task, bool isTarget, IReadOnlyList<string> dependencies, TaskScope scope)
    {
        services.Router.Scopes.Enter(scope);
        state.Track(scope.Processes);
        services.Router.View.TaskStarted(scope);
        var start = ledger.Elapsed;
        var began = services.Time.GetTimestamp();
        var life = new TaskLife();
        try
        {
            if (Unmet(task, isTarget) is { } criterion)
            {
                Skip(task, criterion, life);
            }
            else
            {
                await ExecuteAsync(task, scope, life, began);
            }
        }
        catch (Exception error)
        {
            // The end of every failure of a task: from here on it is data.
            life.Error = error;
            life.Escaped = true;
        }

        var (outcome, reason) = Judge(task, life);
        if (outcome is TaskOutcome.Failed or TaskOutcome.Cancelled && life.Error is { } thrown)
        {
            services.Log.Debug("{0}", thrown);
            scope.Processes.StopAll();
        }

        var record = new TaskRecord(
            task.Name, outcome, reason, start, services.Time.GetElapsedTime(began), dependencies, task.Actions.Count == 0);
        state.Forget(scope.Processes);
        services.Unscoped.Adopt(scope.Processes);
        services.Router.Flush(scope);
        ledger.Add(record);
        services.Router.View.TaskEnded(scope, record);
    }

    // A criterion is asked before anything else, as Cake does; a target that is skipped is an error.
    private CakeTaskCriteria? Unmet(CakeTask task, bool isTarget)
    {
        foreach (var criterion in task.Criterias)
        {
            if (criterion.Predicate(context))
            {
                continue;
            }

            if (!isTarget)
            {
                return criterion;
            }

            var why = string.IsNullOrWhiteSpace(criterion.Message) ? "." : $": {criterion.Message}.";
            throw new CakeException($"Could not reach target '{task.Name}' since it was skipped due to a criteria{why}");
        }

        return null;
    }

    private void Skip(CakeTask task, CakeTaskCriteria criterion, TaskLife life)
    {
        criterion.CausedSkippingOfTask = true;
        life.SkipReason = criterion.Message;
        hooks.SetUp(task, skipped: true);
        strategy.Skip(task, criterion);
        hooks.TearDown(task, TimeSpan.Zero, skipped: true, error: null);
    }

    private async Task ExecuteAsync(CakeTask task, TaskScope scope, TaskLife life, long began)
    {
        hooks.SetUp(task, skipped: false);
        try
        {
            try
            {
                await strategy.ExecuteAsync(task, context);
            }
            catch (Exception error)
            {
                // Handlers may rethrow it, replace it or let the run go on.
                life.Error = error;
                life.WasCancelled = state.Failure is not null;
                scope.Processes.StopAll();
                scope.BeginCleanUp();
                if (!await HandleAsync(task, error))
                {
                    throw;
                }
            }
        }
        finally
        {
            scope.BeginCleanUp();
            if (task.FinallyHandler is { } handler)
            {
                await strategy.InvokeFinallyAsync(handler, context);
            }

            hooks.TearDown(task, services.Time.GetElapsedTime(began), skipped: false, life.Error);
        }
    }

    private async Task<bool> HandleAsync(CakeTask task, Exception error)
    {
        if (task.ErrorReporter is { } reporter)
        {
            try
            {
                await strategy.ReportErrorsAsync(reporter, error);
            }
            catch (Exception failure)
            {
                // A reporter that fails must not hide what it was to report.
                services.Log.Warning("The error reporter of task '{0}' failed: {1}", task.Name, failure.Message);
            }
        }

        if (task.ErrorHandler is not { } handler)
        {
            return false;
        }

        await strategy.HandleErrorsAsync(handler, error, context);
        return true;
    }

    private (TaskOutcome Outcome, string? Reason) Judge(CakeTask task, TaskLife life)
    {
        if (life.Error is not { } error)
        {
            return life.SkipReason is { } skip ? (TaskOutcome.Skipped, skip) : (TaskOutcome.Run, null);
        }

        if (life.WasCancelled && state.Failure is { } cause)
        {
            return (TaskOutcome.Cancelled, Because(cause, error));
        }

        if (!life.Escaped)
        {
            return (TaskOutcome.Continued, error.Message);
        }

        return state.TryFail(RunFailure.Of(task, error))
            ? (TaskOutcome.Failed, error.Message)
            : (TaskOutcome.Cancelled, Because(state.Failure!, error));
    }

    // A task that was told to stop and did is no news; one that failed with something else says it.
    private static string Because(RunFailure cause, Exception error) =>
        error is OperationCanceledException ? cause.Reason : $"{cause.Reason}, then: {error.Message}";

    private sealed class TaskLife
    {
        public Exception? Error { get; set; }

        public bool Escaped { get; set; }

        public bool WasCancelled { get; set; }

        public string? SkipReason { get; set; }
    }
}
