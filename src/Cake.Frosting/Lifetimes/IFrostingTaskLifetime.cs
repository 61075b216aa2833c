namespace Cake.Frosting;

/// <summary>
/// Both ends of the tasks: <see cref="IFrostingTaskSetup"/> and <see cref="IFrostingTaskTeardown"/>.
/// </summary>
public interface IFrostingTaskLifetime : IFrostingTaskSetup, IFrostingTaskTeardown;
