namespace Slipway.Compose.Drafts;

/// <summary>The port that a service seems to serve HTTP on.</summary>
/// <param name="Port">The port inside the container, 1 to 65535.</param>
/// <param name="Why">What the guess is made from, as the end of a sentence that begins with the port.</param>
internal sealed record PortGuess(int Port, string Why);
