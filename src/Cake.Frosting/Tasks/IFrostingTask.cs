using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// A task of the build. Derive tasks from <see cref="FrostingTask{T}"/> or <see cref="AsyncFrostingTask{T}"/>.
/// </summary>
public interface IFrostingTask
{
    /// <summary>Gets the reason to show when <see cref="ShouldRun"/> refuses; empty for none.</summary>
    string SkippedMessage => string.Empty;

    /// <summary>Does the work of the task.</summary>
    /// <param name="context">The context of the build.</param>
    /// <returns>A task that ends with the work.</returns>
    Task RunAsync(ICakeContext context);

    /// <summary>Decides whether the task runs or is skipped.</summary>
    /// <param name="context">The context of the build.</param>
    /// <returns><see langword="true"/> to run; <see langword="false"/> to skip, which is an error for a target.</returns>
    bool ShouldRun(ICakeContext context);

    /// <summary>Handles a failure of the task. A handler that returns swallows it; rethrow to fail the build.</summary>
    /// <param name="exception">What the task threw.</param>
    /// <param name="context">The context of the build.</param>
    void OnError(Exception exception, ICakeContext context);

    /// <summary>Runs after the task, whether it failed or not.</summary>
    /// <param name="context">The context of the build.</param>
    void Finally(ICakeContext context);
}
