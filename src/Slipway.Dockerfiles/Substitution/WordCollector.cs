using System.Text;

namespace Slipway.Dockerfiles.Substitution;

/// <summary>Splits text into words while it is put together.</summary>
internal sealed class WordCollector
{
    private readonly List<string> _words = [];
    private readonly StringBuilder _word = new();

    /// <summary>A character outside of quotes: a blank ends the word.</summary>
    public void Add(char character)
    {
        if (!char.IsWhiteSpace(character))
        {
            _word.Append(character);
        }
        else
        {
            EndWord();
        }
    }

    /// <summary>The value of a variable outside of quotes, which may hold several words.</summary>
    public void AddSplit(string text)
    {
        foreach (var character in text)
        {
            Add(character);
        }
    }

    /// <summary>Quoted text, whose blanks part nothing.</summary>
    public void AddWhole(string text) => _word.Append(text);

    public IReadOnlyList<string> Finish()
    {
        EndWord();
        return _words;
    }

    private void EndWord()
    {
        if (_word.Length > 0)
        {
            _words.Add(_word.ToString());
        }

        _word.Clear();
    }
}
