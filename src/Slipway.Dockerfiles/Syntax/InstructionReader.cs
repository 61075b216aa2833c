using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Syntax;

/// <summary>Takes an instruction apart: name, flags and arguments, each after the manner of its kind.</summary>
internal sealed class InstructionReader
{
    private readonly char _escape;
    private readonly TokenMap _tokens;
    private readonly List<DockerfileProblem> _problems;
    private readonly string _keyword;
    private readonly int _keywordStart;
    private readonly FlagReader _flags;
    private readonly LogicalText _rest;
    private readonly InstructionReader? _trigger;
    private ArgumentReading _arguments = ArgumentReading.None;

    public InstructionReader(LogicalText logical, char escape, TokenMap tokens, List<DockerfileProblem> problems)
    {
        (Logical, _escape, _tokens, _problems) = (logical, escape, tokens, problems);
        var text = logical.Text;
        _keywordStart = text.Length - text.AsSpan().TrimStart().Length;
        var end = Blank.SkipWord(text, _keywordStart);
        _keyword = text[_keywordStart..end];
        _flags = new FlagReader(logical, Blank.SkipFrom(text, end), escape);
        _rest = Trim(logical, _flags.End);
        tokens.Mark(logical, _keywordStart, _keyword.Length, TokenKind.Keyword);
        foreach (var (start, length) in _flags.Places)
        {
            tokens.Mark(logical, start, length, TokenKind.Flag);
        }

        if (_keyword.Equals("ONBUILD", StringComparison.OrdinalIgnoreCase) && _rest.Length > 0)
        {
            _trigger = IsNested(problems) ? null : new InstructionReader(_rest, escape, tokens, problems);
        }
        else
        {
            ReadArguments();
        }
    }

    public LogicalText Logical { get; }

    /// <summary>The heredocs that the instruction opens, yet without content.</summary>
    public IReadOnlyList<Heredoc> HeredocOpeners()
    {
        var takes = _trigger ?? this;
        var mayHave = takes._keyword.ToUpperInvariant() is "RUN" or "COPY" or "ADD" && !takes._arguments.IsJson;
        return mayHave && Logical.Text.Contains("<<", StringComparison.Ordinal) ? HeredocOpener.FindAll(Logical) : [];
    }

    public Instruction Build(
        TextSpan span, TextSpan lines, IReadOnlyList<Heredoc> heredocs, IReadOnlyList<Comment> before, IReadOnlyList<Comment> inner,
        IReadOnlyList<TextSpan> empty) => new()
        {
            Keyword = _keyword,
            KeywordSpan = Logical.SpanOf(_keywordStart, _keyword.Length),
            Span = span,
            Lines = lines,
            Logical = Logical,
            Flags = _flags.Flags,
            Rest = _rest,
            Words = _arguments.Words,
            Pairs = _arguments.Pairs,
            IsLegacyPair = _arguments.IsLegacyPair,
            IsJson = _arguments.IsJson,
            Trigger = _trigger?.Build(TextSpan.Between(_trigger.Logical.OffsetOf(0), span.End), lines, heredocs, [], inner, empty),
            Heredocs = heredocs,
            Comments = before,
            InnerComments = inner,
            EmptyLines = empty,
        };

    /// <summary>ONBUILD of an ONBUILD is refused, and would let a hostile file nest without end.</summary>
    private bool IsNested(List<DockerfileProblem> problems)
    {
        var nested = _rest.Text.StartsWith("ONBUILD", StringComparison.OrdinalIgnoreCase) && (_rest.Length == 7 || Blank.Is(_rest.Text[7]));
        if (nested)
        {
            problems.Add(new(_rest.Span, "ONBUILD must not trigger another ONBUILD"));
        }

        return nested;
    }

    private void ReadArguments()
    {
        _arguments = ArgumentReading.Of(_keyword.ToUpperInvariant(), _rest, _escape);
        if (_arguments.Problem is { } problem)
        {
            _problems.Add(new(Logical.Span, problem));
        }

        foreach (var (start, end) in Runs(_rest.Text))
        {
            _tokens.Mark(_rest, start, end - start, TokenKind.Argument);
        }
    }

    private static IEnumerable<(int Start, int End)> Runs(string text)
    {
        for (var start = Blank.SkipFrom(text, 0); start < text.Length;)
        {
            var end = Blank.SkipWord(text, start);
            yield return (start, end);
            start = Blank.SkipFrom(text, end);
        }
    }

    private static LogicalText Trim(LogicalText logical, int start)
    {
        var text = logical.Text.AsSpan(start);
        var from = start + (text.Length - text.TrimStart().Length);
        return logical.Slice(from, text.Trim().Length);
    }
}
