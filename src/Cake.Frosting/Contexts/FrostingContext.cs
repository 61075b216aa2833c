using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// The context of a build that has none of its own, and the base class of those that have.
/// </summary>
/// <param name="context">Cake's context, to which everything is passed on.</param>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;
