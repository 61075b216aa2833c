using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Slipway.Architecture.Tests.Syntax;

/// <summary>One C# file, parsed.</summary>
/// <param name="Path">Its path relative to the root, with forward slashes.</param>
/// <param name="Root">Its syntax tree.</param>
internal sealed record CodeFile(string Path, SyntaxNode Root)
{
    private static readonly CSharpParseOptions Documented = new(LanguageVersion.Preview, DocumentationMode.Parse);

    public static CodeFile Parse(SourceFile file) => Parse(file.Path, string.Join('\n', file.Lines));

    public static CodeFile Parse(string path, string text) => new(path, CSharpSyntaxTree.ParseText(text, Documented).GetRoot());

    /// <summary>Where a node starts, as a person would look for it.</summary>
    public string PlaceOf(SyntaxNode node) => $"{Path}:{FirstLine(node) + 1}";

    public static bool IsOnOneLine(SyntaxNode node) => node.GetLocation().GetLineSpan() is var span && span.StartLinePosition.Line == span.EndLinePosition.Line;

    private static int FirstLine(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line;
}
