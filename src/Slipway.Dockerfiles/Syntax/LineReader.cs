using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Syntax;

/// <summary>Walks over the lines of a file.</summary>
internal sealed class LineReader(SourceText source)
{
    private int _next = source.Text.StartsWith('\ufeff') ? 1 : 0;

    /// <summary>The current line's first character.</summary>
    public int Start { get; private set; }

    /// <summary>The place after its last character, without the line break.</summary>
    public int End { get; private set; }

    /// <summary>The place after its line break.</summary>
    public int Next => _next;

    /// <summary>Its number, from 1.</summary>
    public int Number { get; private set; }

    public ReadOnlySpan<char> Text => source.Text.AsSpan(Start, End - Start);

    public TextSpan Span => TextSpan.Between(Start, End);

    /// <summary>The first character that is no blank.</summary>
    public int TextStart => Start + (Text.Length - Text.TrimStart().Length);

    public bool IsBlank => Text.IsWhiteSpace();

    public bool IsComment => Text.TrimStart() is ['#', ..];

    public bool MoveNext()
    {
        if (_next >= source.Text.Length)
        {
            return false;
        }

        Start = _next;
        Number++;
        var feed = source.Text.IndexOf('\n', Start);
        _next = feed < 0 ? source.Text.Length : feed + 1;
        End = feed < 0 ? source.Text.Length : feed;
        while (End > Start && source.Text[End - 1] == '\r')
        {
            End--;
        }

        return true;
    }
}
