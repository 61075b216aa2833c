using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Base class of what runs once, after the last task.
/// </summary>
/// <typeparam name="TContext">The context of the build.</typeparam>
public abstract class FrostingTeardown<TContext> : IFrostingTeardown
    where TContext : ICakeContext
{
    /// <summary>Ends the build.</summary>
    /// <param name="context">The context of the build.</param>
    /// <param name="info">Whether the build succeeded, and what it failed with.</param>
    public abstract void Teardown(TContext context, ITeardownContext info);

    void IFrostingTeardown.Teardown(ICakeContext context, ITeardownContext info) => Teardown((TContext)context, info);
}
