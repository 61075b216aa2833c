namespace Slipway.Compose.Services;

/// <summary>Where the content of a secret comes from. Neither shows it.</summary>
/// <param name="File">The file's path, relative to the application's folder below it; or null.</param>
/// <param name="Variable">The variable of the environment that holds it; or null.</param>
public sealed record SecretDefinition(string? File, string? Variable);
