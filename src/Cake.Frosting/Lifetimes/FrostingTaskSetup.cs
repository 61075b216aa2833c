using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Base class of what runs before each task. With Cake's own context.
/// </summary>
public abstract class FrostingTaskSetup : FrostingTaskSetup<ICakeContext>;
