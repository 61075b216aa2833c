namespace Slipway.Compose.Services;

/// <summary>A service that another one waits for.</summary>
/// <param name="Service">The service that is waited for.</param>
/// <param name="Condition"><c>service_started</c>, <c>service_healthy</c> or <c>service_completed_successfully</c>.</param>
/// <param name="Required">Whether its absence is a fault.</param>
/// <param name="Restart">Whether the dependent restarts with it.</param>
public sealed record ServiceDependency(string Service, string Condition, bool Required, bool Restart);
