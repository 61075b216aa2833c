using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;
using Slipway.Engine.Locks;

namespace Slipway.Deployment.Execution;

/// <summary>Takes and releases the application's lock, and tells whether it is held.</summary>
/// <param name="purpose">What the lock is taken for.</param>
/// <param name="awaitLeftovers">Waits for what runs that were killed have left at work; true when there was anything.</param>
/// <param name="hasChanged">Whether the application is no longer as it was when the plan was made.</param>
/// <param name="settle">Ends what this run still does beside its steps.</param>
/// <param name="time">The clock.</param>
internal sealed class LockHandler(
    EngineClient engine,
    string purpose,
    Func<StepOutput, CancellationToken, Task<bool>> awaitLeftovers,
    Func<bool, CancellationToken, Task<bool>> hasChanged,
    Func<Task> settle,
    TimeProvider time) : IStepHandler, IAsyncDisposable
{
    private DeploymentLock? _held;

    /// <summary>The lease by which the lock is held; empty while it is not.</summary>
    public string Lease => _held?.Lease ?? string.Empty;

    /// <summary>How it was lost since it was taken; null while that is not known.</summary>
    public SlipwayException? Loss => _held?.Loss;

    public bool Handles(Step step) => step is TakeLockStep or ReleaseLockStep;

    public async Task ExecuteAsync(Step step, StepOutput output, CancellationToken cancellation)
    {
        if (step is TakeLockStep take)
        {
            _held = await DeploymentLock.TakeAsync(engine, take.Application, purpose, time, output.Note, cancellation);

            // The plan was made before the lock was held: another deployment may have ended in between.
            var hadLeftovers = await awaitLeftovers(output, cancellation);
            if (await hasChanged(hadLeftovers, cancellation))
            {
                throw new SlipwayException(
                    ExitCode.Locked,
                    $"{take.Application} was changed by another deployment just now; this one has changed nothing",
                    "look at --target=Plan and run again");
            }
        }
        else
        {
            await DisposeAsync();
        }
    }

    /// <summary>Lets only those steps pass that may be taken: what changes something needs the lock, at this very moment.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SlipwayException">The lock is not held (<see cref="ExitCode.Locked"/>).</exception>
    public Task DemandAsync(Step step, CancellationToken cancellation) =>
        step.IsReading || step is TakeLockStep ? Task.CompletedTask
        : _held is { } held ? held.DemandAsync(cancellation)
        : throw new SlipwayException(ExitCode.Locked, $"{step.Command}: that needs the lock, which this run does not hold");

    /// <summary>Releases the lock if it is still held, as after a failure.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_held is { } held)
        {
            _held = null;
            await settle();
            await held.DisposeAsync();
        }
    }
}
