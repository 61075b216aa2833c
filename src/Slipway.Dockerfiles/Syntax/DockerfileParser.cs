using System.Text;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Syntax;

/// <summary>Finds the instructions of a file: comments, directives, continued lines and heredocs.</summary>
internal sealed class DockerfileParser
{
    private readonly SourceText _source;
    private readonly LineReader _lines;
    private readonly TokenMap _tokens;
    private readonly DirectiveReader _directives = new();
    private readonly List<Instruction> _instructions = [];
    private readonly List<Comment> _comments = [];
    private readonly List<DockerfileProblem> _problems = [];
    private List<Comment> _before = [];

    public DockerfileParser(SourceText source)
    {
        _source = source;
        _lines = new(source);
        _tokens = new(source.Text.Length);
    }

    public Dockerfile Parse()
    {
        if (_source.Text.StartsWith('\ufeff'))
        {
            _tokens.Mark(0, 1, TokenKind.ByteOrderMark);
        }

        while (_lines.MoveNext())
        {
            _tokens.Mark(_lines.End, _lines.Next, TokenKind.NewLine);
            var text = TextSpan.Between(_lines.TextStart, _lines.End);
            var isDirective = _directives.Take(_source.Text.AsSpan(text.Start, text.Length), text, out var problem);
            if (problem is not null)
            {
                _problems.Add(new(text, problem));
            }

            if (isDirective)
            {
                _tokens.Mark(text, TokenKind.Directive);
            }
            else if (_lines.IsComment)
            {
                TakeComment(_before, startsAnew: true);
            }
            else if (!_lines.IsBlank)
            {
                TakeInstruction();
            }
        }

        if (_instructions.Count == 0)
        {
            _problems.Add(new(new(0, 0), "the file has no instructions"));
        }

        return new(_source, _directives.Escape, _tokens)
        {
            Directives = _directives.Found,
            Instructions = _instructions,
            Comments = _comments,
            Problems = _problems,
        };
    }

    private Comment TakeComment(List<Comment> list, bool startsAnew)
    {
        var span = TextSpan.Between(_lines.TextStart, _lines.End);
        _tokens.Mark(span, TokenKind.Comment);
        var comment = new Comment(_source.Slice(span)[1..].Trim(), span, _lines.Number);
        _comments.Add(comment);
        if (startsAnew && comment.Text.Length == 0)
        {
            list.Clear();
        }
        else
        {
            list.Add(comment);
        }

        return comment;
    }

    private void TakeInstruction()
    {
        var lineStart = _lines.Start;
        var start = _lines.TextStart;
        var (text, offsets) = (new StringBuilder(), new List<int>());
        var (inner, empty) = (new List<Comment>(), new List<TextSpan>());
        var continues = TakeLine(text, offsets, start);
        while (continues && _lines.MoveNext())
        {
            _tokens.Mark(_lines.End, _lines.Next, TokenKind.NewLine);
            if (_lines.IsComment)
            {
                TakeComment(inner, startsAnew: false);
            }
            else if (_lines.IsBlank)
            {
                empty.Add(TextSpan.Between(_lines.Start, _lines.Next));
            }
            else
            {
                continues = TakeLine(text, offsets, _lines.Start);
            }
        }

        if (text.Length == 0)
        {
            return;
        }

        var logical = LogicalText.Of(text.ToString(), [.. offsets], offsets[^1] + 1);
        var reader = new InstructionReader(logical, _directives.Escape, _tokens, _problems);
        var heredocs = TakeHeredocs(reader);
        _instructions.Add(
            reader.Build(
                TextSpan.Between(start, heredocs.Count > 0 ? _lines.End : logical.OffsetOf(logical.Length)), TextSpan.Between(lineStart, _lines.Next),
                heredocs, _before, inner, empty));
        _before = [];
    }

    /// <summary>Takes a line without what continues it.</summary>
    /// <returns>Whether the next line belongs to the instruction as well.</returns>
    private bool TakeLine(StringBuilder text, List<int> offsets, int start)
    {
        var end = ContinuationStart(start);
        for (var offset = start; offset < (end ?? _lines.End); offset++)
        {
            text.Append(_source.Text[offset]);
            offsets.Add(offset);
        }

        if (end is { } escape)
        {
            _tokens.Mark(escape, _lines.Next, TokenKind.Continuation);
        }

        return end is not null;
    }

    /// <summary>Where the escape character stands that continues the line: the last one but for blanks, unless it is doubled.</summary>
    private int? ContinuationStart(int start)
    {
        var last = _lines.End - 1;
        while (last >= start && _source.Text[last] is ' ' or '\t')
        {
            last--;
        }

        if (last < start || _source.Text[last] != _directives.Escape)
        {
            return null;
        }

        return last > start && _source.Text[last - 1] == _directives.Escape ? null : last;
    }

    private List<Heredoc> TakeHeredocs(InstructionReader reader)
    {
        var heredocs = new List<Heredoc>();
        foreach (var opener in reader.HeredocOpeners())
        {
            var start = _lines.Next;
            var end = start;
            var terminator = default(TextSpan?);
            while (terminator is null && _lines.MoveNext())
            {
                var name = opener.StripsTabs ? _lines.Text.TrimStart('\t') : _lines.Text;
                if (name.SequenceEqual(opener.Name))
                {
                    terminator = _lines.Span;
                    _tokens.Mark(_lines.Start, _lines.End, TokenKind.HeredocEnd);
                    _tokens.Mark(_lines.End, _lines.Next, TokenKind.NewLine);
                }
                else
                {
                    end = _lines.Next;
                    _tokens.Mark(_lines.Start, _lines.Next, TokenKind.HeredocBody);
                }
            }

            if (terminator is null)
            {
                _problems.Add(new(reader.Logical.Span, $"the heredoc {opener.Name} doesn't end"));
            }

            heredocs.Add(opener with { Content = LogicalText.Of(_source, TextSpan.Between(start, end)), End = terminator ?? new(end, 0) });
        }

        return heredocs;
    }
}
