namespace Slipway.Architecture.Tests.Syntax;

/// <summary>That the rules of style see what they have to see, and nothing else.</summary>
public sealed class SyntaxTests
{
    [Theory]
    [InlineData("a.Select(item => item.Name)", 1)]
    [InlineData("a.Select((item, i) => item + i)", 1)]
    [InlineData("a.Select(i => {\n    return i; })", 1)]
    [InlineData("a.Select(i => i.Name)", 0)]
    [InlineData("a.Select(_ => 1)", 0)]
    [InlineData("a.Select(item => {\n    return item; })", 0)]
    [InlineData("a.Select(item =>\n    b.Select(i => i + item))", 0)]
    public void A_lambda_on_one_line_has_letters_and_one_over_several_has_words(string expression, int breaches) =>
        LambdaStyle.Breaches(CodeFile.Parse("a.cs", $"var x = {expression};")).Count().ShouldBe(breaches);

    [Theory]
    [InlineData("/// <summary>The file's name.</summary>\nstring FileName;", 0)]
    [InlineData("/// <summary>The name of the file.</summary>\nstring FileName;", 1)]
    [InlineData("/// <summary>Its path.</summary>\nstring Path { get; }", 1)]
    [InlineData("/// <summary>Its path, relative to the root.</summary>\nstring Path { get; }", 0)]
    [InlineData("/// <summary>The <see cref=\"File\"/>.</summary>\nstring File { get; }", 0)]
    [InlineData("/// <summary>Reads.</summary>\n/// <param name=\"file\">The file.</param>\nvoid Open(string file);", 1)]
    [InlineData("/// <summary>Reads.</summary>\n/// <param name=\"file\">The file to read.</param>\nvoid Open(string file);", 0)]
    [InlineData("/// <summary>Reads.</summary>\n/// <returns>The file.</returns>\nstring Open();", 0)]
    public void Documentation_that_says_only_the_name_is_found(string member, int breaches) =>
        EmptyDocs.Breaches(CodeFile.Parse("a.cs", $"class C\n{{\n{member}\n}}")).Count().ShouldBe(breaches);
}
