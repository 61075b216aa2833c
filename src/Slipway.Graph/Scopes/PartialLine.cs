using System.Text;

namespace Slipway.Graph.Scopes;

/// <summary>What a task has written of a line whose end has not come yet.</summary>
internal sealed class PartialLine
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();

    /// <summary>Adds text and returns what has become whole lines, without the last line end; null if nothing has.</summary>
    public string? Append(ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            var end = text.LastIndexOf('\n');
            if (end < 0)
            {
                _text.Append(text);
                return null;
            }

            var whole = _text.Append(text[..end]).ToString();
            _text.Clear().Append(text[(end + 1)..]);
            return whole;
        }
    }

    /// <summary>Takes what is left; null if nothing is.</summary>
    public string? TakeRest()
    {
        lock (_gate)
        {
            if (_text.Length == 0)
            {
                return null;
            }

            var rest = _text.ToString();
            _text.Clear();
            return rest;
        }
    }
}
