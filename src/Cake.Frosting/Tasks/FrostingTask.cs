using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Base class of a task that needs no more than Cake's own context.
/// </summary>
public abstract class FrostingTask : FrostingTask<ICakeContext>;
