using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slipway.Architecture.Tests.Syntax;

/// <summary>A parameter of a lambda has one letter where the lambda stands on one line, and a word where it takes several.</summary>
internal static class LambdaStyle
{
    public static IEnumerable<string> Breaches(CodeFile file) =>
        from lambda in file.Root.DescendantNodes().OfType<LambdaExpressionSyntax>()
        let isOnOneLine = CodeFile.IsOnOneLine(lambda)
        from parameter in Parameters(lambda)
        let name = parameter.Identifier.ValueText.TrimStart('@')
        where name != "_" && name.Length == 1 != isOnOneLine
        select $"{file.PlaceOf(lambda)}: {name} is a parameter of a lambda on {(isOnOneLine ? "one line: give it one letter" : "several lines: give it a word")}";

    private static IEnumerable<ParameterSyntax> Parameters(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => [simple.Parameter],
        ParenthesizedLambdaExpressionSyntax several => several.ParameterList.Parameters,
        _ => [],
    };
}
