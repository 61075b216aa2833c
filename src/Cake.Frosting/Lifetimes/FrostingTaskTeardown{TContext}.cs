using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Base class of what runs after each task.
/// </summary>
/// <typeparam name="TContext">The context of the build.</typeparam>
public abstract class FrostingTaskTeardown<TContext> : IFrostingTaskTeardown
    where TContext : ICakeContext
{
    /// <summary>Ends the task.</summary>
    /// <param name="context">The context of the build.</param>
    /// <param name="info">The task that has run, its duration, and whether it was skipped.</param>
    public abstract void Teardown(TContext context, ITaskTeardownContext info);

    void IFrostingTaskTeardown.Teardown(ICakeContext context, ITaskTeardownContext info) => Teardown((TContext)context, info);
}
