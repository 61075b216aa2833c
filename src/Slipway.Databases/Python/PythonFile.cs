namespace Slipway.Databases.Python;

/// <summary>The top level of a Python file: what is assigned and which functions there are. Nothing is executed.</summary>
internal sealed class PythonFile
{
    private readonly List<PythonToken> _tokens;
    private readonly Dictionary<string, Range> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _assignments = new(StringComparer.Ordinal);

    public PythonFile(string source)
    {
        _tokens = PythonTokenizer.Split(source);
        for (var index = 0; index < _tokens.Count; index++)
        {
            if (!StartsStatement(index))
            {
                continue;
            }

            if (_tokens[index].IsName("def") || _tokens[index].IsName("async"))
            {
                NoteFunction(index);
            }
            else if (_tokens[index].Kind == PythonTokenKind.Name && ValueOf(index) is { } value)
            {
                _assignments[_tokens[index].Text] = value;
            }
        }
    }

    public IReadOnlyList<PythonToken> Tokens => _tokens;

    /// <summary>The first token of the value assigned to a top-level name.</summary>
    public int? Assignment(string name) => _assignments.TryGetValue(name, out var index) ? index : null;

    /// <summary>The bodies of a function and of every top-level function that it refers to, in the order of the file.</summary>
    public IReadOnlyList<Range> Reachable(string function)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([function]);
        while (open.TryDequeue(out var name))
        {
            if (!_functions.TryGetValue(name, out var body) || !found.Add(name))
            {
                continue;
            }

            for (var index = body.Start.Value; index < body.End.Value; index++)
            {
                if (_tokens[index].Kind == PythonTokenKind.Name && !IsAttribute(index))
                {
                    open.Enqueue(_tokens[index].Text);
                }
            }
        }

        return [.. found.Select(n => _functions[n]).OrderBy(b => b.Start.Value)];
    }

    /// <summary>Adjacent string literals count as one string.</summary>
    public string? StringAt(int index)
    {
        if (index >= _tokens.Count || !_tokens[index].IsString)
        {
            return null;
        }

        var text = _tokens[index].Text;
        while (++index < _tokens.Count && _tokens[index].IsString)
        {
            text += _tokens[index].Text;
        }

        return text;
    }

    private bool IsAttribute(int index) => index > 0 && _tokens[index - 1].Is('.');

    private bool StartsStatement(int index) =>
        _tokens[index] is { Column: 0, Depth: 0, Kind: not PythonTokenKind.NewLine }
        && (index == 0 || _tokens[index - 1].Kind == PythonTokenKind.NewLine);

    private void NoteFunction(int index)
    {
        var name = _tokens[index].IsName("async") ? index + 2 : index + 1;
        if (name >= _tokens.Count)
        {
            return;
        }

        var end = name + 1;
        while (end < _tokens.Count && !StartsStatement(end))
        {
            end++;
        }

        _functions[_tokens[name].Text] = (name + 1)..end;
    }

    /// <summary>Passes over an annotation (<c>revision: str = "..."</c>) to what comes after the equals sign.</summary>
    private int? ValueOf(int name)
    {
        for (var index = name + 1; index < _tokens.Count && _tokens[index].Kind != PythonTokenKind.NewLine; index++)
        {
            if (_tokens[index].Is('=') && _tokens[index].Depth == 0)
            {
                return index + 1 < _tokens.Count && !_tokens[index + 1].Is('=') ? index + 1 : null;
            }

            if (index == name + 1 && !_tokens[index].Is(':'))
            {
                return null;
            }
        }

        return null;
    }
}
