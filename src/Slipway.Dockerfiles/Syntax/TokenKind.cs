namespace Slipway.Dockerfiles.Syntax;

/// <summary>What a piece of a Dockerfile's text is. Every character belongs to exactly one token.</summary>
public enum TokenKind
{
    /// <summary>Blanks that mean nothing.</summary>
    Whitespace,

    /// <summary>The byte order mark at the start of a file.</summary>
    ByteOrderMark,

    /// <summary>A line break.</summary>
    NewLine,

    /// <summary>A comment, without its line break.</summary>
    Comment,

    /// <summary>A parser directive such as <c># escape=`</c>.</summary>
    Directive,

    /// <summary>The name of an instruction.</summary>
    Keyword,

    /// <summary>A flag such as <c>--from=builder</c>, or the <c>--</c> that ends the flags.</summary>
    Flag,

    /// <summary>What an instruction is about.</summary>
    Argument,

    /// <summary>The escape character at the end of a line, with the blanks and the line break after it.</summary>
    Continuation,

    /// <summary>A line of a heredoc, with its line break.</summary>
    HeredocBody,

    /// <summary>The line that ends a heredoc.</summary>
    HeredocEnd,
}
