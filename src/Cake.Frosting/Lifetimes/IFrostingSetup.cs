using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Runs once, before the first task.
/// </summary>
public interface IFrostingSetup
{
    /// <summary>Prepares the build. An exception fails it before any task has run.</summary>
    /// <param name="context">The context of the build.</param>
    /// <param name="info">The targets and the tasks that are to run.</param>
    void Setup(ICakeContext context, ISetupContext info);
}
