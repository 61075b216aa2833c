using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Shell;

/// <summary>A word of a shell command.</summary>
/// <param name="Text">The word without quotes and escapes; variables and substitutions as written.</param>
/// <param name="Content">The word as written.</param>
/// <param name="IsPlain">Whether it has neither quotes nor escapes nor anything that the shell replaces.</param>
/// <param name="Expands">Whether the shell replaces a part of it: a variable, a command, a pattern of file names.</param>
public sealed record ShellWord(string Text, LogicalText Content, bool IsPlain, bool Expands)
{
    /// <summary>Where the word stands in the file.</summary>
    public TextSpan Span => Content.Span;

    /// <summary>Whether the word is an option, that is, begins with a dash.</summary>
    public bool IsOption => Text.Length > 1 && Text[0] == '-';

    /// <inheritdoc/>
    public override string ToString() => Text;
}
