using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Syntax;

/// <summary>A parser directive.</summary>
/// <param name="Name">syntax, escape or check.</param>
/// <param name="Value">What follows the equals sign.</param>
/// <param name="Span">The line without its line break.</param>
public sealed record Directive(string Name, string Value, TextSpan Span);
