using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Runs once, after the last task, whether the build failed or not.
/// </summary>
public interface IFrostingTeardown
{
    /// <summary>Ends the build.</summary>
    /// <param name="context">The context of the build.</param>
    /// <param name="info">Whether the build succeeded, and what it failed with.</param>
    void Teardown(ICakeContext context, ITeardownContext info);
}
