using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Syntax;

/// <summary>
/// Text as the engine sees it, with continued lines joined and escapes of JSON resolved, which still knows where in the
/// file each of its characters stands.
/// </summary>
public sealed class LogicalText
{
    private readonly int[]? _offsets;
    private readonly int _first;
    private readonly int _end;

    private LogicalText(string text, int[]? offsets, int first, int end) => (Text, _offsets, _first, _end) = (text, offsets, first, end);

    /// <summary>What the engine reads.</summary>
    public string Text { get; }

    /// <summary>How many characters it has.</summary>
    public int Length => Text.Length;

    /// <summary>Where the text stands in the file, with everything between its first and last character.</summary>
    public TextSpan Span => SpanOf(0, Length);

    /// <summary>Where a character stands in the file.</summary>
    /// <param name="index">The character, from 0 to <see cref="Length"/>, which is the place after the last one.</param>
    /// <returns>Its offset.</returns>
    public int OffsetOf(int index) => index >= Length ? _end : _offsets is null ? _first + index : _offsets[_first + index];

    /// <summary>Where some characters stand in the file.</summary>
    /// <param name="start">The first of them.</param>
    /// <param name="length">How many.</param>
    /// <returns>The span from the first to the last, which includes line breaks that were joined away.</returns>
    public TextSpan SpanOf(int start, int length) =>
        length <= 0 ? new(OffsetOf(start), 0) : TextSpan.Between(OffsetOf(start), start + length >= Length ? _end : OffsetOf(start + length - 1) + 1);

    /// <summary>A part of the text.</summary>
    /// <param name="start">Its first character.</param>
    /// <param name="length">How many.</param>
    /// <returns>The part, which knows its places too.</returns>
    public LogicalText Slice(int start, int length) => new(Text.Substring(start, length), _offsets, _first + start, SpanOf(start, length).End);

    /// <summary>Text that stands in the file as it is.</summary>
    /// <param name="source">The file.</param>
    /// <param name="span">Where.</param>
    /// <returns>The text.</returns>
    internal static LogicalText Of(SourceText source, TextSpan span) => new(source.Slice(span), null, span.Start, span.End);

    /// <summary>Text put together from places of the file.</summary>
    /// <param name="offsets">Where each character stands, in ascending order.</param>
    /// <param name="end">The place after the last one.</param>
    /// <returns>The text.</returns>
    internal static LogicalText Of(string text, int[] offsets, int end) => new(text, offsets, 0, end);
}
