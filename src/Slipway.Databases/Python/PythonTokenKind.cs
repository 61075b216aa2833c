namespace Slipway.Databases.Python;

/// <summary>Kinds of Python tokens, as far as a migration's text has to be told apart.</summary>
internal enum PythonTokenKind
{
    Name,
    Number,
    String,
    FormatString,
    Operator,
    NewLine,
}
