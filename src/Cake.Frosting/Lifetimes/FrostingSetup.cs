using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Base class of what runs once, before the first task. With Cake's own context.
/// </summary>
public abstract class FrostingSetup : FrostingSetup<ICakeContext>;
