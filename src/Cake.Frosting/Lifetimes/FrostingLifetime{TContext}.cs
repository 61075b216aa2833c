using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Base class of both ends of the build.
/// </summary>
/// <typeparam name="TContext">The context of the build.</typeparam>
public abstract class FrostingLifetime<TContext> : IFrostingLifetime
    where TContext : ICakeContext
{
    /// <summary>Prepares the build. An exception fails it before any task has run.</summary>
    /// <param name="context">The context of the build.</param>
    /// <param name="info">The targets and the tasks that are to run.</param>
    public abstract void Setup(TContext context, ISetupContext info);

    /// <summary>Ends the build, whether it failed or not.</summary>
    /// <param name="context">The context of the build.</param>
    /// <param name="info">Whether the build succeeded, and what it failed with.</param>
    public abstract void Teardown(TContext context, ITeardownContext info);

    void IFrostingSetup.Setup(ICakeContext context, ISetupContext info) => Setup((TContext)context, info);

    void IFrostingTeardown.Teardown(ICakeContext context, ITeardownContext info) => Teardown((TContext)context, info);
}
