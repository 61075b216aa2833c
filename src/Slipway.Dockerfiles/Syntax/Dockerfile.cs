using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Syntax;

/// <summary>A parsed Dockerfile. Nothing of its text is lost: the tokens put together are the text.</summary>
public sealed class Dockerfile
{
    private readonly TokenMap _tokens;

    internal Dockerfile(SourceText source, char escape, TokenMap tokens) => (Source, Escape, _tokens) = (source, escape, tokens);

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>The escape character: a backslash unless a directive makes it a backtick.</summary>
    public char Escape { get; }

    /// <summary>The parser directives.</summary>
    public required IReadOnlyList<Directive> Directives { get; init; }

    /// <summary>The instructions, those that the engine doesn't know included.</summary>
    public required IReadOnlyList<Instruction> Instructions { get; init; }

    /// <summary>All comments, those within instructions included; no directives.</summary>
    public required IReadOnlyList<Comment> Comments { get; init; }

    /// <summary>What the engine's parser would stop at. The engine stops at the first; the rest of the file is read here.</summary>
    public required IReadOnlyList<DockerfileProblem> Problems { get; init; }

    /// <summary>Parses a Dockerfile. Any text is accepted: what is wrong with it becomes a problem.</summary>
    /// <param name="source">The file.</param>
    /// <returns>The parsed file.</returns>
    public static Dockerfile Parse(SourceText source) => new DockerfileParser(source).Parse();

    /// <summary>The value of a parser directive.</summary>
    /// <param name="name">syntax, escape or check.</param>
    /// <returns>The value, or null.</returns>
    public string? DirectiveValue(string name) => Directives.FirstOrDefault(d => d.Name == name)?.Value;

    /// <summary>The tokens, in order, without gaps.</summary>
    /// <returns>A new list.</returns>
    public IReadOnlyList<Token> Tokens() => _tokens.Tokens(Source.Text);
}
