using System.Collections.Immutable;

namespace Slipway.Compose.Surroundings;

/// <summary>What is known of an image.</summary>
public sealed record ImageFacts
{
    /// <summary>The ports that it exposes; empty when it exposes none or nobody knows.</summary>
    public ImmutableArray<int> ExposedPorts { get; init; } = [];

    /// <summary>The paths at which it has volumes of its own; empty when it has none or nobody knows.</summary>
    public ImmutableArray<string> Volumes { get; init; } = [];

    /// <summary>Whether it has a health check of its own; null when nobody knows.</summary>
    public bool? HasHealthCheck { get; init; }

    /// <summary>The words of its ENTRYPOINT; empty when it has none or nobody knows.</summary>
    public ImmutableArray<string> Entrypoint { get; init; } = [];

    /// <summary>The words of its CMD, where they are used; empty when nobody knows.</summary>
    public ImmutableArray<string> Start { get; init; } = [];

    /// <summary>Whether a migration is taken out of its start where that is written, in its Dockerfile, once a job of its own has taken its place.</summary>
    public Func<bool> MendsStart { get; init; } = () => false;

    /// <summary>Whether it has a program: its name or absolute path gives yes, no, or null when nobody knows.</summary>
    public Func<string, bool?> HasProgram { get; init; } = _ => null;
}
