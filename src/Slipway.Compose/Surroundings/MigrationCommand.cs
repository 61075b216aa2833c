namespace Slipway.Compose.Surroundings;

/// <summary>A command that seems to migrate a database.</summary>
/// <param name="Tool">What migrates; null when only the command's words say that it does.</param>
/// <param name="Command">The command, on one line.</param>
public sealed record MigrationCommand(string? Tool, string Command);
