using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Slipway.Deployment.Configuration;

/// <summary>Reads the keys of one mapping of slipway.yaml, collecting every mistake instead of stopping at the first.</summary>
internal sealed partial class YamlMap
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly List<ConfigurationProblem> _problems;
    private readonly string _file;
    private readonly string _what;
    private readonly bool _broken;

    public YamlMap(string file, string what, YamlNode node, List<ConfigurationProblem> problems, params string[] known)
    {
        (_file, _what, _problems) = (file, what, problems);
        Place = At(node);
        if (node is not YamlMappingNode mapping)
        {
            problems.Add(new ConfigurationProblem(Place, $"{what} must be a mapping of keys to values"));
            _broken = true;
            return;
        }

        foreach (var (key, value) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { } name })
            {
                problems.Add(new ConfigurationProblem(At(key), $"a key in {what} must be a text"));
                continue;
            }

            if (known.Length > 0 && !known.Contains(name))
            {
                problems.Add(new ConfigurationProblem(At(key), $"unknown key \"{name}\" in {what}", NearestName.Suggest(name, known)));
            }

            _values[name] = value;
            Keys[name] = At(key);
        }
    }

    public Place Place { get; }

    public Dictionary<string, Place> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>What a list holds, each with its place; a single one may stand without a list.</summary>
    public IEnumerable<(YamlNode Node, Place Place)> Nodes(string key) => _values.GetValueOrDefault(key) switch
    {
        null => [],
        YamlSequenceNode sequence => sequence.Children.Select(c => (c, At(c))),
        var node => [(node, At(node))],
    };

    /// <summary>Where a node of the file stands.</summary>
    public Place PlaceOf(YamlNode node) => At(node);

    public YamlNode? Node(string key) => _values.GetValueOrDefault(key);

    public string? Text(string key)
    {
        switch (_values.GetValueOrDefault(key))
        {
            case null:
                return null;
            case YamlScalarNode { Value.Length: > 0 } scalar when !HasControls(scalar):
                return scalar.Value;
            case YamlScalarNode { Value.Length: > 0 } scalar:
                Problem(scalar, $"\"{key}\" in {_what} has a line break or another control character in it");
                return null;
            case var node:
                Problem(node, $"\"{key}\" in {_what} must be a text");
                return null;
        }
    }

    public string? Required(string key)
    {
        if (!_broken && !_values.ContainsKey(key))
        {
            _problems.Add(new ConfigurationProblem(Place, $"{_what} lacks \"{key}\""));
        }

        return Text(key);
    }

    public int Number(string key, int defaultValue, int least, int most)
    {
        if (Text(key) is not { } text)
        {
            return defaultValue;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Problem(_values[key], $"\"{key}\" in {_what} must be a whole number from {least} to {most}, not \"{text}\"");
        return defaultValue;
    }

    public bool Flag(string key, bool defaultValue)
    {
        switch (Text(key))
        {
            case null:
                return defaultValue;
            case "true":
                return true;
            case "false":
                return false;
            case var text:
                Problem(_values[key], $"\"{key}\" in {_what} must be true or false, not \"{text}\"");
                return defaultValue;
        }
    }

    public TimeSpan Duration(string key, TimeSpan defaultValue)
    {
        if (Text(key) is not { } text)
        {
            return defaultValue;
        }

        var match = DurationPattern().Match(text);
        if (match.Success && match.Length > 0)
        {
            var seconds = (Part(match, "h") * 3600) + (Part(match, "m") * 60) + Part(match, "s") + (Part(match, "ms") / 1000);
            if (seconds <= Longest.TotalSeconds)
            {
                return TimeSpan.FromSeconds(seconds);
            }

            Problem(_values[key], $"\"{key}\" in {_what} must be at most {Longest.TotalHours:0}h, not \"{text}\"");
            return defaultValue;
        }

        Problem(_values[key], $"\"{key}\" in {_what} must be a duration, not \"{text}\"", "write 500ms, 30s, 5m, 1h or 1m30s");
        return defaultValue;
    }

    public TEnum Choice<TEnum>(string key, TEnum defaultValue, IReadOnlyDictionary<string, TEnum> choices)
    {
        if (Text(key) is not { } text)
        {
            return defaultValue;
        }

        if (choices.TryGetValue(text, out var choice))
        {
            return choice;
        }

        Problem(_values[key], $"\"{key}\" in {_what} can't be \"{text}\"", NearestName.Suggest(text, choices.Keys));
        return defaultValue;
    }

    public IReadOnlyList<string> List(string key) => [.. Items(key).Select(i => i.Text)];

    /// <summary>The texts of a list, each with its place.</summary>
    public IReadOnlyList<(string Text, Place Place)> Items(string key)
    {
        switch (_values.GetValueOrDefault(key))
        {
            case null:
                return [];
            case YamlScalarNode { Value.Length: > 0 } scalar:
                return [(scalar.Value, At(scalar))];
            case YamlSequenceNode sequence when sequence.Children.All(c => c is YamlScalarNode):
                return [.. sequence.Children.Select(c => (((YamlScalarNode)c).Value ?? string.Empty, At(c)))];
            case var node:
                Problem(node, $"\"{key}\" in {_what} must be a list of texts");
                return [];
        }
    }

    // A path, a host or a name with one would be another one to whoever gets it.
    private static bool HasControls(YamlScalarNode scalar) => scalar.Value!.Any(char.IsControl);

    private static double Part(Match match, string unit) =>
        match.Groups[unit] is { Success: true } group ? double.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    private Place At(YamlNode node) => new(_file, (int)node.Start.Line, (int)node.Start.Column);

    private void Problem(YamlNode node, string message, string? remedy = null) =>
        _problems.Add(new ConfigurationProblem(At(node), message, remedy));

    [GeneratedRegex(
        @"^(?:(?<h>\d+(?:\.\d+)?)h)?(?:(?<m>\d+(?:\.\d+)?)m(?!s))?(?:(?<s>\d+(?:\.\d+)?)s)?(?:(?<ms>\d+(?:\.\d+)?)ms)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex DurationPattern();
}
