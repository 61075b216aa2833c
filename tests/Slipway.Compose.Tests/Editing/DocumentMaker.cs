using System.Globalization;
using System.Text;

namespace Slipway.Compose.Tests.Editing;

/// <summary>Writes compose files of every style that people use, with a numbered comment wherever one may stand.</summary>
internal sealed class DocumentMaker(Random random)
{
    private static readonly string[] Plain = ["nginx", "5s", "8080", "true", "a b", "x#y", "${A:-1}", "😀 é", "http://h:80/x", "~", "null", "it's"];
    private static readonly string[] Quoted = ["\"a # b\"", "'it''s'", "\"\\U0001F600 {\"", "\"\"", "'a: b'", "\"80:80\""];
    private static readonly string[] Keys = ["image", "command", "restart", "user", "labels", "deploy", "environment", "healthcheck", "x-more", "\"quoted\""];
    private static readonly string[] Checks = ["interval", "timeout", "retries", "start_period", "test"];
    private readonly StringBuilder _text = new();
    private readonly List<string> _mapAnchors = [];
    private readonly List<string> _scalarAnchors = [];
    private readonly string _newLine = random.Next(3) == 0 ? "\r\n" : "\n";
    private readonly int _step = random.Next(3) == 0 ? 4 : 2;
    private int _comments;

    public string Make()
    {
        if (random.Next(8) == 0)
        {
            _text.Append('\ufeff');
        }

        if (random.Next(12) == 0)
        {
            return Json();
        }

        var fragments = random.Next(4);
        for (var index = 0; index < fragments; index++)
        {
            Entry(0, string.Create(CultureInfo.InvariantCulture, $"x-{index}"), 0, anchored: random.Next(5) > 0);
        }

        Line(0, "services:");
        var services = random.Next(1, 5);
        for (var index = 0; index < services; index++)
        {
            if (random.Next(2) == 0)
            {
                Blank();
            }

            Service(string.Create(CultureInfo.InvariantCulture, $"s{index}"));
        }

        if (random.Next(3) == 0)
        {
            Entry(0, "volumes", 1, anchored: false);
        }

        var text = _text.ToString();
        return random.Next(5) == 0 ? text.TrimEnd('\r', '\n') : text;
    }

    private string Json() =>
        _text.Append("{\"services\": {\"s0\": {\"image\": \"a\", \"healthcheck\": {\"interval\":\"5s\",\"test\":[\"CMD\",\"x\"]}},\"s1\":{}}}").ToString();

    private void Service(string name)
    {
        switch (random.Next(8))
        {
            case 0:
                Line(1, $"{name}:");
                break;
            case 1:
                Line(1, $"{name}: {Flow(2)}");
                break;
            case 2 when _mapAnchors.Count > 0:
                Line(1, $"{name}: *{Any(_mapAnchors)}");
                break;
            default:
                BlockMap(1, name, 0, anchored: random.Next(3) == 0);
                break;
        }
    }

    private void Map(int depth, string[] keys, int nesting)
    {
        var start = _text.Length;
        if (_mapAnchors.Count > 0 && random.Next(2) == 0)
        {
            Line(depth, random.Next(3) == 0 ? $"<<: [*{Any(_mapAnchors)}, *{Any(_mapAnchors)}]" : $"<<: *{Any(_mapAnchors)}");
        }

        foreach (var key in keys.Where(_ => random.Next(3) == 0))
        {
            Entry(depth, key, nesting + 1, anchored: random.Next(8) == 0);
        }

        if (_text.Length == start)
        {
            Line(depth, "last: 1");
        }
    }

    private void Entry(int depth, string key, int nesting, bool anchored)
    {
        var isMap = nesting < 3 && (key is "healthcheck" or "deploy" or "environment" || depth == 0);
        if (isMap)
        {
            if (!anchored && _mapAnchors.Count > 0 && random.Next(4) == 0)
            {
                Line(depth, $"{key}: *{Any(_mapAnchors)}");
            }
            else if (random.Next(3) == 0)
            {
                FlowMap(depth, key, anchored);
            }
            else
            {
                BlockMap(depth, key, nesting, anchored);
            }

            return;
        }

        var properties = anchored ? ScalarAnchor() : random.Next(12) == 0 ? " !override" : "";
        switch (random.Next(9))
        {
            case 0 when properties.Length == 0:
                Line(depth, $"{key}: |{(random.Next(3) == 0 ? "+" : random.Next(2) == 0 ? "-" : "")}", comment: false);
                _text.Append(' ', (depth + 1) * _step).Append("text # no comment").Append(_newLine);
                if (random.Next(2) == 0)
                {
                    _text.Append(_newLine);
                }

                break;
            case 1 when properties.Length == 0:
                Line(depth, $"{key}: several", comment: false);
                Line(depth + 1, "words", comment: false);
                break;
            case 2:
                Line(depth, $"{key}:{properties}");
                break;
            case 3 when _scalarAnchors.Count > 0 && properties.Length == 0:
                Line(depth, $"{key}: *{Any(_scalarAnchors)}");
                break;
            case 4 when !anchored:
                Line(depth, $"{key}:");
                var indent = random.Next(2);
                for (var count = random.Next(1, 3); count > 0; count--)
                {
                    Line(depth + indent, $"- {Scalar(flow: false)}");
                }

                break;
            case 5 when !anchored:
                Line(depth, $"{key}: {FlowList()}");
                break;
            default:
                Line(depth, $"{key}:{properties} {Scalar(flow: false)}");
                break;
        }
    }

    private void FlowMap(int depth, string key, bool anchored)
    {
        var name = anchored ? NewName() : null;
        Line(depth, $"{key}:{(name is null ? "" : $" &{name}")} {Flow(2)}");
        Complete(name);
    }

    private void BlockMap(int depth, string key, int nesting, bool anchored)
    {
        // An anchor holds only once its map is complete.
        var name = anchored ? NewName() : null;
        Line(depth, name is null ? $"{key}:" : $"{key}: &{name}");
        Map(depth + 1, key == "healthcheck" ? Checks : depth == 0 || key[0] == 's' ? Keys : ["one", "two", "three"], nesting);
        Complete(name);
    }

    private string Flow(int deepest)
    {
        var entries = Keys.Concat(Checks).Where(key => random.Next(6) == 0)
            .Select(key => $"{key}: {(deepest > 0 && random.Next(4) == 0 ? Flow(deepest - 1) : Scalar(flow: true))}").ToList();
        if (_mapAnchors.Count > 0 && random.Next(3) == 0)
        {
            entries.Insert(0, $"<<: *{Any(_mapAnchors)}");
        }

        return $"{{{string.Join(", ", entries)}{(entries.Count > 0 && random.Next(4) == 0 ? "," : "")}}}";
    }

    private string FlowList() => $"[{string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Scalar(flow: true)))}]";

    private string Scalar(bool flow) => random.Next(2) == 0 ? Any(Quoted) : flow ? Any(Plain.Where(text => !text.Contains(':', StringComparison.Ordinal)).ToArray()) : Any(Plain);

    /// <summary>Lets what follows use an anchor, unless a value inside took its name.</summary>
    private void Complete(string? name)
    {
        if (name is not null && !_mapAnchors.Contains(name) && !_scalarAnchors.Contains(name))
        {
            _mapAnchors.Add(name);
        }
    }

    private string ScalarAnchor()
    {
        _scalarAnchors.Add(NewName());
        return $" &{_scalarAnchors[^1]}";
    }

    /// <summary>One of few names, so that some anchors are defined anew; until it is complete, nobody may use it.</summary>
    private string NewName()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"a{random.Next(30)}");
        _mapAnchors.Remove(name);
        _scalarAnchors.Remove(name);
        return name;
    }

    private void Line(int depth, string line, bool comment = true)
    {
        if (comment && random.Next(4) == 0)
        {
            _text.Append(' ', random.Next(5)).Append(Comment()).Append(_newLine);
        }

        _text.Append(' ', depth * _step).Append(line);
        if (comment && random.Next(4) == 0)
        {
            _text.Append(' ').Append(Comment());
        }

        _text.Append(_newLine);
    }

    private void Blank() => _text.Append(random.Next(2) == 0 ? "  " : "").Append(_newLine);

    private string Comment() => string.Create(CultureInfo.InvariantCulture, $"# comment {++_comments}: [é 😀");

    private T Any<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
