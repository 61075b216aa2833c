using Cake.Core;
using Cake.Core.Diagnostics;

namespace Slipway.Graph.Engine;

/// <summary>
/// What is called before and after each task. One call at a time, across all tasks: these are written for an engine that runs
/// one task after the other.
/// </summary>
internal sealed class TaskHooks(ICakeContext context, IExecutionStrategy strategy, CakeEngineActions actions, LifecycleEvents events, ICakeLog log)
{
    private readonly Lock _gate = new();

    public void SetUp(ICakeTaskInfo task, bool skipped)
    {
        lock (_gate)
        {
            var setup = new TaskSetupContext(context, task);
            events.RaiseBeforeTaskSetup(setup);
            try
            {
                if (actions.TaskSetup is { } action)
                {
                    strategy.PerformTaskSetup(action, setup);
                }
            }
            catch (Exception error)
            {
                // Like Cake: the task doesn't run, its teardown does.
                TearDown(task, TimeSpan.Zero, skipped, error);
                throw;
            }
            finally
            {
                events.RaiseAfterTaskSetup(setup);
            }
        }
    }

    public void TearDown(ICakeTaskInfo task, TimeSpan duration, bool skipped, Exception? error)
    {
        lock (_gate)
        {
            var teardown = new TaskTeardownContext(context, task, duration, skipped, error);
            events.RaiseBeforeTaskTeardown(teardown);
            try
            {
                if (actions.TaskTeardown is { } action)
                {
                    strategy.PerformTaskTeardown(action, teardown);
                }
            }
            catch (Exception failure) when (error is not null)
            {
                // The first error is the one that counts.
                log.Error("The teardown of task '{0}' failed as well: {1}", task.Name, failure.Message);
            }
            finally
            {
                events.RaiseAfterTaskTeardown(teardown);
            }
        }
    }
}
