using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Syntax;

/// <summary>What each character of a file is. Since each has a kind, no character can be lost or be two things.</summary>
internal sealed class TokenMap(int length)
{
    private readonly byte[] _kinds = new byte[length];

    public void Mark(int start, int end, TokenKind kind) => Array.Fill(_kinds, (byte)kind, start, end - start);

    public void Mark(TextSpan span, TokenKind kind) => Mark(span.Start, span.End, kind);

    /// <summary>Marks characters that need not stand side by side.</summary>
    public void Mark(LogicalText text, int start, int length, TokenKind kind)
    {
        for (var index = start; index < start + length; index++)
        {
            _kinds[text.OffsetOf(index)] = (byte)kind;
        }
    }

    public IReadOnlyList<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        for (var start = 0; start < _kinds.Length;)
        {
            var end = start + 1;
            // Two line breaks, or two lines of a heredoc, are two tokens.
            while (end < _kinds.Length && _kinds[end] == _kinds[start] && text[end - 1] != '\n')
            {
                end++;
            }

            tokens.Add(new((TokenKind)_kinds[start], TextSpan.Between(start, end)));
            start = end;
        }

        return tokens;
    }
}
