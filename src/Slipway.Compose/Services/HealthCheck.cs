using System.Collections.Immutable;

namespace Slipway.Compose.Services;

/// <summary>A service's health check. A null duration or count means the engine's default.</summary>
public sealed record HealthCheck
{
    /// <summary>The probe, its first word <c>CMD</c>, <c>CMD-SHELL</c> or <c>NONE</c>; empty when the image's own is used.</summary>
    public ImmutableArray<string> Test { get; init; } = [];

    /// <summary>Time between probes; the engine's default is 30 s.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>Time that one probe may take; the engine's default is 30 s.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Failed probes in a row until unhealthy; the engine's default is 3.</summary>
    public int? Retries { get; init; }

    /// <summary>Time after the start in which failed probes don't count; the engine's default is 0.</summary>
    public TimeSpan? StartPeriod { get; init; }

    /// <summary>Time between probes within <see cref="StartPeriod"/>; the engine's default is 5 s.</summary>
    public TimeSpan? StartInterval { get; init; }

    /// <summary>Whether the check is switched off, the image's own included.</summary>
    public bool Disabled { get; init; }
}
