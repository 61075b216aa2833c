using System.Collections.Immutable;
using Slipway.Compose.Fronts.Reading;

namespace Slipway.Compose.Fronts.Nginx;

/// <summary>A directive with its words, and with what stands in its braces.</summary>
/// <param name="Words">The directive's name and its values, without quotes.</param>
/// <param name="Block">What stands in its braces; null when it ends with a semicolon.</param>
/// <param name="File">Where it is written.</param>
/// <param name="Line">The line, from 1.</param>
internal sealed record NginxStatement(ImmutableArray<string> Words, ImmutableArray<NginxStatement>? Block, FrontFile File, int Line)
{
    /// <summary>The directive's name.</summary>
    public string Name => Words[0];

    /// <summary>What follows its name.</summary>
    public ReadOnlySpan<string> Values => Words.AsSpan()[1..];

    /// <summary>Its first value, or an empty text.</summary>
    public string Value => Words.Length > 1 ? Words[1] : "";
}
