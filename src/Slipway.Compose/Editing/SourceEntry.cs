namespace Slipway.Compose.Editing;

/// <summary>A key and its value.</summary>
/// <param name="Key">The key, never an alias or a collection.</param>
/// <param name="Colon">Where the colon stands, or -1 when a flow map has the key alone.</param>
internal sealed record SourceEntry(SourceScalar Key, int Colon, SourceNode Value)
{
    /// <summary>The place behind the last of its characters.</summary>
    public int End => Math.Max(Value.Span.End, Math.Max(Colon + 1, Key.Span.End));

    /// <summary>Whether it takes over the entries of another map.</summary>
    public bool IsMerge => Key is { Value: "<<", IsQuoted: false };
}
