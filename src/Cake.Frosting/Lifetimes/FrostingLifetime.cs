using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Base class of both ends of the build. With Cake's own context.
/// </summary>
public abstract class FrostingLifetime : FrostingLifetime<ICakeContext>;
