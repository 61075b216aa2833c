using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slipway.Architecture.Tests.Syntax;

/// <summary>Finds documentation that says nothing but the name of what it documents.</summary>
internal static partial class EmptyDocs
{
    private static readonly HashSet<string> Glue = ["a", "an", "the", "of", "its", "this", "is", "gets", "sets"];

    public static IEnumerable<string> Breaches(CodeFile file) =>
        from comment in file.Root.DescendantNodes(_ => true, descendIntoTrivia: true).OfType<DocumentationCommentTriviaSyntax>()
        let documented = comment.ParentTrivia.Token.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>()
        where documented is not null
        from element in comment.Content.OfType<XmlElementSyntax>()
        let name = NameOf(element, documented)
        where name is not null && Repeats(element, name)
        select $"{file.PlaceOf(element)}: <{element.StartTag.Name}> of {name} says only its name";

    private static string? NameOf(XmlElementSyntax element, MemberDeclarationSyntax documented) => element.StartTag.Name.ToString() switch
    {
        "param" or "typeparam" => element.StartTag.Attributes.OfType<XmlNameAttributeSyntax>().FirstOrDefault()?.Identifier.ToString(),
        "summary" => Name(documented),
        _ => null,
    };

    private static string? Name(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        EventDeclarationSyntax declared => declared.Identifier.ValueText,
        EnumMemberDeclarationSyntax value => value.Identifier.ValueText,
        BaseFieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
        _ => null,
    };

    // With other elements in it (a reference, code) it says more than words.
    private static bool Repeats(XmlElementSyntax element, string name)
    {
        var said = Words(string.Concat(element.Content.OfType<XmlTextSyntax>().SelectMany(t => t.TextTokens).Select(t => t.ValueText)));
        return element.Content.All(c => c.IsKind(SyntaxKind.XmlText)) && said.Except(Glue).All(Words(name).ToHashSet().Contains);
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => m.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Word();
}
