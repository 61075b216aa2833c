using System.Collections.Immutable;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Contexts;

/// <summary>What the user asks of the rules.</summary>
public sealed record LintSettings
{
    /// <summary>Codes that are not reported.</summary>
    public ImmutableHashSet<string> Ignored { get; init; } = [];

    /// <summary>Severities other than those of the rules.</summary>
    public ImmutableDictionary<string, Severity> Severities { get; init; } = ImmutableDictionary<string, Severity>.Empty;

    /// <summary>Registries that images may come from; any when there are none.</summary>
    public ImmutableArray<string> TrustedRegistries { get; init; } = [];

    /// <summary>The labels that an image must have, with the kind of their value: text, rfc3339, semver, url, hash, spdx or email.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether no other labels are allowed.</summary>
    public bool StrictLabels { get; init; }

    /// <summary>Whether comments in the file can't ignore rules.</summary>
    public bool IgnoresPragmas { get; init; }

    /// <summary>The least severity that fails; null when a configuration doesn't say.</summary>
    public Severity? Threshold { get; init; }
}
