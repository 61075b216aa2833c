using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Base class of both ends of the tasks.
/// </summary>
/// <typeparam name="TContext">The context of the build.</typeparam>
public abstract class FrostingTaskLifetime<TContext> : IFrostingTaskLifetime
    where TContext : ICakeContext
{
    /// <summary>Prepares a task.</summary>
    /// <param name="context">The context of the build.</param>
    /// <param name="info">The task that is about to run.</param>
    public abstract void Setup(TContext context, ITaskSetupContext info);

    /// <summary>Ends a task, whether it failed or not.</summary>
    /// <param name="context">The context of the build.</param>
    /// <param name="info">The task that has run, its duration, and whether it was skipped.</param>
    public abstract void Teardown(TContext context, ITaskTeardownContext info);

    void IFrostingTaskSetup.Setup(ICakeContext context, ITaskSetupContext info) => Setup((TContext)context, info);

    void IFrostingTaskTeardown.Teardown(ICakeContext context, ITaskTeardownContext info) => Teardown((TContext)context, info);
}
