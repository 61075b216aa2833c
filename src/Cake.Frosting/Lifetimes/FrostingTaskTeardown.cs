using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Base class of what runs after each task. With Cake's own context.
/// </summary>
public abstract class FrostingTaskTeardown : FrostingTaskTeardown<ICakeContext>;
