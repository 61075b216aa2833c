namespace Slipway.Deployment.Observation;

/// <summary>The engine's host.</summary>
/// <param name="Version">The engine's version.</param>
/// <param name="Now">The engine's clock.</param>
/// <param name="Memory">The host's memory in bytes.</param>
/// <param name="AvailableMemory">What the host could still give, in bytes; null where that can't be seen.</param>
/// <param name="FreeDisk">Free space where the engine keeps its data, in bytes; null where that can't be seen.</param>
public sealed record EngineObservation(string Version, DateTimeOffset Now, long Memory, long? AvailableMemory, long? FreeDisk);
