using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Syntax;

/// <summary>A heredoc of a RUN, COPY or ADD.</summary>
/// <param name="Name">The word that ends it.</param>
/// <param name="Expands">Whether variables in it are replaced: so unless the word was quoted.</param>
/// <param name="StripsTabs">Whether leading tabs are dropped (<c>&lt;&lt;-</c>).</param>
/// <param name="Content">Its lines.</param>
/// <param name="End">The line that ends it; of no length when it is missing.</param>
public sealed record Heredoc(string Name, bool Expands, bool StripsTabs, LogicalText Content, TextSpan End);
