using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;
using Slipway.Engine.Locks;

namespace Slipway.Deployment.Execution;

/// <summary>Takes and releases the application's lock.</summary>
/// <param name="purpose">What the lock is taken for.</param>
/// <param name="hasChanged">Whether the application is no longer as it was when the plan was made.</param>
/// <param name="time">The clock.</param>
internal sealed class LockHandler(
    EngineClient engine, string purpose, Func<CancellationToken, Task<bool>> hasChanged, TimeProvider time) : IStepHandler, IAsyncDisposable
{
    private DeploymentLock? _held;

    public bool Handles(Step step) => step is TakeLockStep or ReleaseLockStep;

    public async Task ExecuteAsync(Step step, StepOutput output, CancellationToken cancellation)
    {
        if (step is TakeLockStep take)
        {
            _held = await DeploymentLock.TakeAsync(engine, take.Application, purpose, time, output.Note, cancellation);

            // The plan was made before the lock was held: another deployment may have ended in between.
            if (await hasChanged(cancellation))
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

    /// <summary>Releases the lock if it is still held, as after a failure.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_held is { } held)
        {
            _held = null;
            await held.DisposeAsync();
        }
    }
}
