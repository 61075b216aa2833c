using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Base class of what runs once, before the first task.
/// </summary>
/// <typeparam name="TContext">The context of the build.</typeparam>
public abstract class FrostingSetup<TContext> : IFrostingSetup
    where TContext : ICakeContext
{
    /// <summary>Prepares the build. An exception fails it before any task has run.</summary>
    /// <param name="context">The context of the build.</param>
    /// <param name="info">The targets and the tasks that are to run.</param>
    public abstract void Setup(TContext context, ISetupContext info);

    void IFrostingSetup.Setup(ICakeContext context, ISetupContext info) => Setup((TContext)context, info);
}
