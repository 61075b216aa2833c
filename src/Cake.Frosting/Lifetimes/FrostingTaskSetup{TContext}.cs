using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Base class of what runs before each task.
/// </summary>
/// <typeparam name="TContext">The context of the build.</typeparam>
public abstract class FrostingTaskSetup<TContext> : IFrostingTaskSetup
    where TContext : ICakeContext
{
    /// <summary>Prepares the task.</summary>
    /// <param name="context">The context of the build.</param>
    /// <param name="info">The task that is about to run.</param>
    public abstract void Setup(TContext context, ITaskSetupContext info);

    void IFrostingTaskSetup.Setup(ICakeContext context, ITaskSetupContext info) => Setup((TContext)context, info);
}
