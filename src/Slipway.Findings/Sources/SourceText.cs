using System.Text;

namespace Slipway.Findings.Sources;

/// <summary>
/// A file's text, which gives back the very bytes that it was read from, whatever they are: what isn't UTF-8 is taken for
/// Latin-1, where every byte is a character.
/// </summary>
public sealed class SourceText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Encoding _encoding;
    private readonly int[] _lineStarts;

    private SourceText(string path, string text, Encoding encoding)
    {
        (Path, Text, _encoding) = (path, text, encoding);
        _lineStarts = LineStarts(text);
    }

    /// <summary>The file as the user knows it, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>All of its characters, a byte order mark included.</summary>
    public string Text { get; }

    /// <summary>How many lines there are; a final line break begins no further line.</summary>
    public int LineCount => _lineStarts.Length > 1 && _lineStarts[^1] == Text.Length ? _lineStarts.Length - 1 : _lineStarts.Length;

    /// <summary>How the file ends its lines: that of its first line, or a line feed.</summary>
    public string NewLine => Text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end && Text[end - 1] == '\r' ? "\r\n" : "\n";

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="path">The file as the user knows it.</param>
    /// <param name="bytes">Its content.</param>
    /// <returns>Its text.</returns>
    public static SourceText From(string path, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new(path, Strict.GetString(bytes), Strict);
        }
        catch (DecoderFallbackException)
        {
            return new(path, Encoding.Latin1.GetString(bytes), Encoding.Latin1);
        }
    }

    /// <summary>Takes text that is there already.</summary>
    /// <param name="path">The file as the user knows it.</param>
    /// <returns>The source.</returns>
    public static SourceText From(string path, string text) => new(path, text, Strict);

    /// <summary>The same file with other text.</summary>
    /// <param name="text">The new text.</param>
    /// <returns>A source that is written in the same encoding.</returns>
    public SourceText With(string text) => new(Path, text, _encoding);

    /// <summary>The bytes to write.</summary>
    /// <returns>For text that was read and not changed, the bytes that were read.</returns>
    public byte[] ToBytes() => _encoding.GetBytes(Text);

    /// <summary>Where a character stands.</summary>
    /// <param name="offset">The character, from 0; what lies beyond the end counts as the end.</param>
    /// <returns>Its line and column.</returns>
    public LinePosition PositionOf(int offset)
    {
        var place = Math.Clamp(offset, 0, Text.Length);
        var index = Array.BinarySearch(_lineStarts, place);
        var line = index >= 0 ? index : ~index - 1;
        return new(line + 1, place - _lineStarts[line] + 1);
    }

    /// <summary>The characters of a line with its line break.</summary>
    /// <param name="line">The line, from 1 to <see cref="LineCount"/>.</param>
    /// <returns>The span.</returns>
    public TextSpan LineSpan(int line) => TextSpan.Between(_lineStarts[line - 1], line < _lineStarts.Length ? _lineStarts[line] : Text.Length);

    /// <summary>A line without its line break.</summary>
    /// <param name="line">The line, from 1 to <see cref="LineCount"/>.</param>
    /// <returns>The text.</returns>
    public string Line(int line) => Text.AsSpan(LineSpan(line).Start, LineSpan(line).Length).TrimEnd("\r\n").ToString();

    /// <summary>The characters of a span.</summary>
    /// <returns>The text.</returns>
    public string Slice(TextSpan span) => Text.Substring(span.Start, span.Length);

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var index = text.IndexOf('\n', StringComparison.Ordinal); index >= 0; index = text.IndexOf('\n', index + 1))
        {
            starts.Add(index + 1);
        }

        return [.. starts];
    }
}
