using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// Base class of both ends of the tasks. With Cake's own context.
/// </summary>
public abstract class FrostingTaskLifetime : FrostingTaskLifetime<ICakeContext>;
