using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Syntax;

/// <summary>A comment line.</summary>
/// <param name="Text">What follows the number sign, without blanks around it.</param>
/// <param name="Span">The comment without its line break.</param>
/// <param name="Line">Its line, from 1.</param>
public sealed record Comment(string Text, TextSpan Span, int Line);
