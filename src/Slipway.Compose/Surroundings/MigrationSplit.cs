using System.Collections.Immutable;

namespace Slipway.Compose.Surroundings;

/// <summary>A start command that migrates the database first, taken apart.</summary>
/// <param name="Tool">What migrates, for people.</param>
/// <param name="Migration">The command that migrates, word by word.</param>
/// <param name="Start">The command that is left to start the service, word by word.</param>
public sealed record MigrationSplit(string Tool, ImmutableArray<string> Migration, ImmutableArray<string> Start);
