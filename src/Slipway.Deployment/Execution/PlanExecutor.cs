using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Polly;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;
using Slipway.Engine;
using Slipway.Engine.Errors;
using Slipway.Observability.Journal;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Execution;

/// <summary>Executes the steps of phases: each with its timeout, its retries and its entries in the journal.</summary>
/// <param name="handlers">What executes each kind of step.</param>
/// <param name="demand">Fails for a step that must not be taken now.</param>
/// <param name="time">The clock.</param>
internal sealed class PlanExecutor(IReadOnlyList<IStepHandler> handlers, Func<Step, CancellationToken, Task> demand, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, bool> _ended = new(StringComparer.Ordinal);

    /// <summary>Whether a step was begun that ends a container.</summary>
    public bool HasEnded(string container) => _ended.ContainsKey(container);

    /// <summary>Executes a phase.</summary>
    /// <param name="journal">The phase in the journal.</param>
    /// <param name="cancellation">Cancels the steps with their processes.</param>
    /// <returns>When all steps are done.</returns>
    /// <exception cref="SlipwayException">A step failed.</exception>
    public async Task ExecuteAsync(PhasePlan phase, JournaledPhase journal, CancellationToken cancellation)
    {
        foreach (var group in Groups(phase.Steps))
        {
            if (group.Count == 1)
            {
                await RunAsync(journal, group[0], cancellation);
                continue;
            }

            // The first failure ends the others.
            using var others = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var running = group.Select(s => RunAsync(journal, s, others.Token)).ToList();
            var failure = default(Exception);
            await foreach (var done in Task.WhenEach(running))
            {
                if (done.Exception is { } error && failure is null)
                {
                    failure = error.InnerException;
                    await others.CancelAsync();
                }
            }

            cancellation.ThrowIfCancellationRequested();
            if (failure is not null)
            {
                throw failure is SlipwayException known ? known : new SlipwayException(ExitCode.Failed, failure.Message, inner: failure);
            }
        }
    }

    // What is side by side, each a row of steps one after the other.
    private static List<List<List<Step>>> Groups(IReadOnlyList<Step> steps)
    {
        var groups = new List<List<List<Step>>>();
        foreach (var step in steps)
        {
            if (step.Then && groups.Count > 0)
            {
                groups[^1][^1].Add(step);
            }
            else if (step.Parallel && groups.Count > 0)
            {
                groups[^1].Add([step]);
            }
            else
            {
                groups.Add([[step]]);
            }
        }

        return groups;
    }

    private async Task RunAsync(JournaledPhase phase, IReadOnlyList<Step> row, CancellationToken cancellation)
    {
        foreach (var step in row)
        {
            await RunAsync(phase, step, cancellation);
        }
    }

    private async Task RunAsync(JournaledPhase phase, Step step, CancellationToken cancellation)
    {
        using var span = Spans.Begin(() => $"step: {step.Purpose}");
        var journal = phase.Step(step.Command, step.Subject?.Service, step.Subject?.Slot.Name());
        var output = new StepOutput(journal.Output, journal.Note, journal.Progress);
        foreach (var container in step.Ends)
        {
            _ended[container] = true;
        }

        output.Progress(step.Subject is { } subject ? $"{subject.Service}: {step.Purpose}" : step.Purpose);
        try
        {
            var handler = handlers.First(h => h.Handles(step));
            try
            {
                await RunOnceAsync(handler, step, output, cancellation);
            }
            catch (SlipwayException failure) when (step.MaxAttempts > 1 && IsWorthAnother(failure))
            {
                await RetryAsync(journal, step, failure, s => RunOnceAsync(handler, step, output, s), cancellation);
            }

            journal.Finish(RunResult.Success);
        }
        catch (Exception e)
        {
            journal.Finish(RunResult.Of(e));
            throw;
        }
    }

    private async Task RunOnceAsync(IStepHandler handler, Step step, StepOutput output, CancellationToken cancellation)
    {
        // Steps that wait for something know their own time and say more when it is over.
        using var timer = new CancellationTokenSource(step.Timeout + TimeSpan.FromSeconds(5), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            await demand(step, either.Token);
            await handler.ExecuteAsync(step, output, either.Token);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw StepFailure.Of(step, $"not done after {step.Timeout.TotalSeconds:0} s");
        }
    }

    private static bool IsWorthAnother(SlipwayException failure) => failure.Code == ExitCode.Failed;

    // Only after a first failure: to set up the pipeline takes 50 ms, in which a switch that goes well is done.
    private async Task RetryAsync(
        JournaledStep journal, Step step, SlipwayException failure, Func<CancellationToken, Task> run, CancellationToken cancellation)
    {
        var first = ExceptionDispatchInfo.Capture(failure);
        await new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new Polly.Retry.RetryStrategyOptions
            {
                MaxRetryAttempts = step.MaxAttempts - 1,
                Delay = TimeSpan.FromMilliseconds(250),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder().Handle<SlipwayException>(IsWorthAnother),
                OnRetry = retry =>
                {
                    first = null;
                    journal.Retry(retry.Outcome.Exception?.Message);
                    return ValueTask.CompletedTask;
                },
            })
            .Build()
            .ExecuteAsync(
                async stop =>
                {
                    first?.Throw();
                    await run(stop);
                },
                cancellation);
    }
}
