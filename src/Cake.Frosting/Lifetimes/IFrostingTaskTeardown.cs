using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Runs after each task, whether it failed or not.
/// </summary>
public interface IFrostingTaskTeardown
{
    /// <summary>Ends the task.</summary>
    /// <param name="context">The context of the build.</param>
    /// <param name="info">The task that has run, its duration, and whether it was skipped.</param>
    void Teardown(ICakeContext context, ITaskTeardownContext info);
}
