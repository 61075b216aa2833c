using System.Diagnostics.CodeAnalysis;
using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Base class of a task with a context of one's own. Only what a class overrides is registered:
/// a task without a <c>Run</c> of its own does nothing but order the tasks that it depends on.
/// </summary>
/// <typeparam name="T">The context. A task whose context isn't that of the build is left out with a warning.</typeparam>
[SuppressMessage("Design", "CA1033:Interface methods should be callable by child types", Justification = "Run is what a synchronous task has in its place.")]
public abstract class FrostingTask<T> : IFrostingTask
    where T : ICakeContext
{
    /// <summary>Does the work of the task.</summary>
    /// <param name="context">The context of the build.</param>
    public virtual void Run(T context)
    {
    }

    /// <summary>Decides whether the task runs or is skipped.</summary>
    /// <param name="context">The context of the build.</param>
    /// <returns><see langword="true"/> to run; <see langword="false"/> to skip, which is an error for a target.</returns>
    public virtual bool ShouldRun(T context) => true;

    /// <summary>Handles a failure of the task. A handler that returns swallows it; rethrow to fail the build.</summary>
    /// <param name="exception">What the task threw.</param>
    /// <param name="context">The context of the build.</param>
    public virtual void OnError(Exception exception, T context)
    {
    }

    /// <summary>Runs after the task, whether it failed or not.</summary>
    /// <param name="context">The context of the build.</param>
    public virtual void Finally(T context)
    {
    }

    Task IFrostingTask.RunAsync(ICakeContext context)
    {
        Run((T)context);
        return Task.CompletedTask;
    }

    bool IFrostingTask.ShouldRun(ICakeContext context) => ShouldRun((T)context);

    void IFrostingTask.OnError(Exception exception, ICakeContext context) => OnError(exception, (T)context);

    void IFrostingTask.Finally(ICakeContext context) => Finally((T)context);
}
