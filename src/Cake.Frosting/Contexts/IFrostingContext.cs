using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// The context that every task of a build receives. Exchanged with <see cref="CakeHostExtensions.UseContext{TContext}"/>.
/// </summary>
public interface IFrostingContext : ICakeContext;
