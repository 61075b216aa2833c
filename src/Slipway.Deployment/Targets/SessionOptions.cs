using Slipway.Deployment.Planning;

namespace Slipway.Deployment.Targets;

/// <summary>What a session is opened for.</summary>
/// <param name="Folder">The application's folder, absolute.</param>
/// <param name="Host">The engine's address; null for the one of slipway.yaml.</param>
/// <param name="Request">What the user asked for.</param>
public sealed record SessionOptions(string Folder, string? Host, DeploymentRequest Request);
