using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Runs before each task.
/// </summary>
public interface IFrostingTaskSetup
{
    /// <summary>Prepares the task.</summary>
    /// <param name="context">The context of the build.</param>
    /// <param name="info">The task that is about to run.</param>
    void Setup(ICakeContext context, ITaskSetupContext info);
}
