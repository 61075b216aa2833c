namespace Slipway.Databases.Python;

/// <summary>A token of Python source.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A name, an operator's character, or the content of a string with its escapes resolved.</param>
/// <param name="Line">The line that it starts on, from 1.</param>
/// <param name="Column">The column that it starts in, from 0; 0 outside of brackets begins a top-level statement.</param>
/// <param name="Depth">How many brackets are open around it.</param>
internal readonly record struct PythonToken(PythonTokenKind Kind, string Text, int Line, int Column, int Depth)
{
    public bool Is(char character) => Kind == PythonTokenKind.Operator && Text[0] == character;

    public bool IsName(string name) => Kind == PythonTokenKind.Name && Text == name;

    public bool IsString => Kind is PythonTokenKind.String or PythonTokenKind.FormatString;
}
