namespace Cake.Frosting;

/// <summary>
/// Both ends of the build: <see cref="IFrostingSetup"/> and <see cref="IFrostingTeardown"/>.
/// </summary>
public interface IFrostingLifetime : IFrostingSetup, IFrostingTeardown;
