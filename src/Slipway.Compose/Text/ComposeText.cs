using System.Text;

namespace Slipway.Compose.Text;

/// <summary>Writes YAML the way that a person would: block maps, short lists in one line, texts as literal blocks.</summary>
internal sealed class ComposeText
{
    private const int IndentSize = 2;
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Comment(string comment) => Line($"# {comment}");

    public void Blank() => _text.Append('\n');

    public void Separator() => _text.Append("---\n");

    public void Map(string key, Action content) => Open(key, "", content);

    /// <summary>A map that takes the place of what the extended or underlying service says.</summary>
    public void Override(string key, Action content) => Open(key, " !override", content);

    private void Open(string key, string tag, Action content)
    {
        Line($"{YamlScalar.Of(key)}:{tag}");
        _depth++;
        content();
        _depth--;
    }

    public void Value(string key, string value) => Line($"{YamlScalar.Of(key)}: {YamlScalar.Of(value)}");

    /// <summary>A value that is YAML already: a flow collection, a tag, a number, a Boolean.</summary>
    public void Raw(string key, string yaml) => Line($"{YamlScalar.Of(key)}: {yaml}");

    public void List(string key, IEnumerable<string> values) => Raw(key, YamlScalar.List(values));

    /// <summary>Takes away what the extended or underlying service says.</summary>
    public void Reset(string key) => Raw(key, "!reset null");

    public void Items(string key, IEnumerable<string> yaml, bool replace = false)
    {
        Line($"{YamlScalar.Of(key)}:{(replace ? " !override" : "")}");
        foreach (var item in yaml)
        {
            Line($"  - {item}");
        }
    }

    public void Block(string key, string content)
    {
        if (!FitsLiteral(content))
        {
            Value(key, content);
            return;
        }

        var body = content.TrimEnd('\n');
        var chomping = (content.Length - body.Length) switch { 0 => "-", 1 => "", _ => "+" };
        // A first line that starts with a space would be taken for the indentation.
        var indentation = body[0] == ' ' ? "2" : "";
        Line($"{YamlScalar.Of(key)}: |{indentation}{chomping}");
        _depth++;
        foreach (var line in YamlScalar.Escaped(chomping == "+" ? content[..^1] : body).Split('\n'))
        {
            Line(line);
        }

        _depth--;
    }

    public override string ToString() => _text.ToString();

    private void Line(string line)
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _depth * IndentSize).Append(line);
        }

        _text.Append('\n');
    }

    private static bool FitsLiteral(string content) =>
        content.Trim('\n').Length > 0
        && content[0] is not ('\n' or '\t')
        && !content.Any(character => character is (< ' ' and not ('\n' or '\t')) or (>= '\x7f' and <= '\x9f')
            or '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff');
}
