using System.Collections.Immutable;
using Slipway.Traffic.Requests;

namespace Slipway.Traffic.Proxies;

/// <summary>A file that the proxy's container needs.</summary>
/// <param name="Path">Its absolute path in the container.</param>
/// <param name="Content">Its text, unescaped, with line feeds only.</param>
public sealed record ProxyFile(string Path, string Content)
{
    /// <summary>Whether hashes of passwords are in it, so that it goes into the container and nowhere else.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The user's own lines in it by their numbers, from 1.</summary>
    public IReadOnlyDictionary<int, ExtraLine> Extras { get; init; } = ImmutableDictionary<int, ExtraLine>.Empty;
}
