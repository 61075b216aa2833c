using System.Collections.Immutable;
using Slipway.Compose.Services;

namespace Slipway.Compose.Slots;

/// <summary>A proxy in front of slots.</summary>
public sealed record SlotProxy
{
    /// <summary>A service of the compose file that Slipway configures, or the name of one to add.</summary>
    public string Service { get; init; } = "slipway-proxy";

    /// <summary>The services whose names, ports and published ports it has. No two of them listen on one port.</summary>
    public required ImmutableArray<string> Answers { get; init; }

    /// <summary>The image; null leaves the one of the compose file.</summary>
    public string? Image { get; init; }

    /// <summary>The command; null leaves the one of the compose file or image.</summary>
    public ImmutableArray<string>? Command { get; init; }

    /// <summary>The user that the container runs as; null leaves the one of the compose file or image.</summary>
    public string? User { get; init; }

    /// <summary>The kernel's settings that the container must have, by their names; they are added to those of the compose file.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Sysctls { get; init; } = [];

    /// <summary>The fixed address on the slots network.</summary>
    public required string Address { get; init; }

    /// <summary>The absolute path inside the container where the proxy keeps which slot serves: a volume that survives it.</summary>
    public required string StateDirectory { get; init; }

    /// <summary>
    /// A further absolute path inside the container that must be a volume, which nothing ever removes; null for none. Where the compose file mounts
    /// something there, that is it.
    /// </summary>
    public string? CertificateDirectory { get; init; }

    /// <summary>The configuration files.</summary>
    public ImmutableArray<ProxyFile> Files { get; init; } = [];

    /// <summary>Labels added to those of the compose file.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Labels { get; init; } = [];

    /// <summary>What it publishes itself. A service's published port that is among them is not taken over: whoever comes there meets the proxy's own.</summary>
    public ImmutableArray<ServicePort> Published { get; init; } = [];

    /// <summary>Ports that the proxy listens on for itself, never to be taken for a published port of a service.</summary>
    public ImmutableArray<int> ReservedPorts { get; init; } = [];
}
