namespace Slipway.Databases.Sql;

/// <summary>The words of one SQL statement, or of one action of an ALTER TABLE.</summary>
internal sealed class Statement
{
    /// <summary>As much as it takes to recognise a statement in a message.</summary>
    private const int WordsShown = 5;

    private readonly List<string> _words;
    private readonly List<string> _upper;

    public Statement(IEnumerable<string> words)
    {
        _words = [.. words];
        IsBlock = _words is ["DO", ..];
        if (IsBlock)
        {
            _words.RemoveAt(0);
        }
        // PL/pgSQL puts BEGIN, THEN and the like in front of a statement.
        var start = IsBlock ? _words.FindIndex(w => w.ToUpperInvariant() is "ALTER" or "DROP" or "CREATE" or "REVOKE") : 0;
        if (start > 0)
        {
            _words.RemoveRange(0, start);
        }

        _upper = [.. _words.Select(w => w.ToUpperInvariant())];
    }

    public bool IsBlock { get; }

    public string First => _upper.Count > 0 ? _upper[0] : "";

    public string Second => _upper.Count > 1 ? _upper[1] : "";

    public bool Starts(params ReadOnlySpan<string> words) => StartsAt(0, words);

    public bool Has(params ReadOnlySpan<string> words)
    {
        for (var index = 0; index < _upper.Count; index++)
        {
            if (StartsAt(index, words))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name after a keyword, past <c>IF [NOT] EXISTS</c> and <c>ONLY</c>.</summary>
    public string NameAfter(string keyword)
    {
        var index = _upper.IndexOf(keyword) + 1;
        while (index > 0 && index < _upper.Count && _upper[index] is "IF" or "NOT" or "EXISTS" or "ONLY")
        {
            index++;
        }

        return index > 0 && index < _words.Count ? _words[index] : "";
    }

    /// <summary>The parts of an ALTER TABLE between its commas.</summary>
    public IEnumerable<Statement> Actions()
    {
        var start = _words.IndexOf(NameAfter("TABLE")) + 1;
        var depth = 0;
        for (var index = start; index < _words.Count; index++)
        {
            depth += _words[index] switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth != 0 || _words[index] != ",")
            {
                continue;
            }

            yield return new(_words[start..index]);
            start = index + 1;
        }

        yield return new(_words[start..]);
    }

    public string Show() => string.Join(' ', _words.Take(WordsShown));

    private bool StartsAt(int index, ReadOnlySpan<string> words)
    {
        if (index + words.Length > _upper.Count)
        {
            return false;
        }

        for (var offset = 0; offset < words.Length; offset++)
        {
            if (_upper[index + offset] != words[offset])
            {
                return false;
            }
        }

        return true;
    }
}
