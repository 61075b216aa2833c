using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Base class of what runs once, after the last task. With Cake's own context.
/// </summary>
public abstract class FrostingTeardown : FrostingTeardown<ICakeContext>;
