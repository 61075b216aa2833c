using Slipway.Databases.Python;

namespace Slipway.Databases.Migrations.Alembic;

/// <summary>A call of a method, such as <c>op.drop_column("messages", "author")</c>.</summary>
internal sealed class PythonCall
{
    private readonly IReadOnlyList<PythonToken> _tokens;
    private readonly int _open;

    /// <param name="tokens">All tokens of the file.</param>
    /// <param name="name">Where the method's name is; the token after it opens the bracket.</param>
    public PythonCall(IReadOnlyList<PythonToken> tokens, int name)
    {
        _tokens = tokens;
        _open = name + 1;
        Name = tokens[name].Text;
        Line = tokens[name].Line;
        Receiver = name >= 2 && tokens[name - 2].Kind == PythonTokenKind.Name ? tokens[name - 2].Text : "";
        End = _open + 1;
        while (End < tokens.Count && tokens[End].Depth > tokens[_open].Depth)
        {
            End++;
        }
    }

    public string Name { get; }

    public int Line { get; }

    /// <summary>What it is called on: <c>op</c>, <c>batch_op</c>.</summary>
    public string Receiver { get; }

    /// <summary>Where the closing bracket is.</summary>
    public int End { get; }

    public IEnumerable<PythonToken> Arguments
    {
        get
        {
            for (var index = _open + 1; index < End; index++)
            {
                yield return _tokens[index];
            }
        }
    }

    /// <summary>The strings among the direct arguments, also when wrapped in one call: <c>op.f("ix_users_email")</c>.</summary>
    public IEnumerable<string> Names => Positional().Where(t => t.IsString).Select(t => t.Text);

    /// <summary>The first token of a keyword argument's value.</summary>
    public PythonToken? Keyword(string keyword)
    {
        var at = IndexOf(keyword, _tokens[_open].Depth + 1, _tokens[_open].Depth + 1);
        return at is { } index && index < End ? _tokens[index] : null;
    }

    /// <summary>Whether a keyword stands anywhere inside, also in a <c>sa.Column(...)</c> that is an argument.</summary>
    public bool Says(string keyword, string value) =>
        IndexOf(keyword, 0, int.MaxValue) is { } index && index < End && _tokens[index].IsName(value);

    public bool Mentions(string keyword) => IndexOf(keyword, 0, int.MaxValue) is not null;

    private int? IndexOf(string keyword, int shallowest, int deepest)
    {
        for (var index = _open + 1; index + 1 < End; index++)
        {
            if (_tokens[index].IsName(keyword) && _tokens[index + 1].Is('=')
                && _tokens[index].Depth >= shallowest && _tokens[index].Depth <= deepest)
            {
                return index + 2;
            }
        }

        return null;
    }

    private IEnumerable<PythonToken> Positional()
    {
        for (var index = _open + 1; index < End; index++)
        {
            if (_tokens[index].Kind == PythonTokenKind.Name && index + 1 < End && _tokens[index + 1].Is('='))
            {
                yield break;
            }

            yield return _tokens[index];
        }
    }
}
