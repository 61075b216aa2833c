using Slipway.Compose.Traefik.Files;

namespace Slipway.Deployment.Configuration;

/// <summary>The file by which a Traefik is told where the services are.</summary>
/// <param name="File">The file, relative to slipway.yaml, in a folder that Traefik watches.</param>
/// <param name="Entrance">How requests come to it.</param>
/// <param name="Place">Where in slipway.yaml the file stands.</param>
public sealed record TraefikSettings(string File, TraefikEntrance Entrance, Place Place);
