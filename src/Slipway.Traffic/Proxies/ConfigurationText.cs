using System.Text;
using Slipway.Traffic.Requests;

namespace Slipway.Traffic.Proxies;

/// <summary>Writes indented lines that end in a line feed on every machine.</summary>
internal sealed class ConfigurationText(string indent)
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<int, ExtraLine> _extras = [];
    private int _depth;
    private int _lines;

    /// <summary>The user's own lines by their numbers, from 1.</summary>
    public IReadOnlyDictionary<int, ExtraLine> Extras => _extras;

    public ConfigurationText Line(string line = "")
    {
        if (line.Length > 0)
        {
            for (var i = 0; i < _depth; i++)
            {
                _text.Append(indent);
            }
        }

        _text.Append(line).Append('\n');
        _lines++;
        return this;
    }

    /// <summary>Lines of the user's own.</summary>
    public ConfigurationText Extra(IEnumerable<ExtraLine> lines)
    {
        foreach (var line in lines)
        {
            _extras[_lines + 1] = line;
            Line(line.Text);
        }

        return this;
    }

    /// <summary>A block: its head, what the body writes one step further in, and its foot if it has one.</summary>
    public ConfigurationText Block(string head, Action body, string? foot = null)
    {
        Line(head);
        _depth++;
        body();
        _depth--;
        return foot is null ? this : Line(foot);
    }

    public override string ToString() => _text.ToString();
}
