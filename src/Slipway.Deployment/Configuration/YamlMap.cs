using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Slipway.Deployment.Configuration;

/// <summary>Reads the keys of one mapping of slipway.yaml, collecting every mistake instead of stopping at the first.</summary>
internal sealed partial class YamlMap
{
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
            var name = (key as YamlScalarNode)?.Value ?? string.Empty;
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

    public YamlNode? Node(string key) => _values.GetValueOrDefault(key);

    public string? Text(string key)
    {
        switch (_values.GetValueOrDefault(key))
        {
            case null:
                return null;
            case YamlScalarNode { Value.Length: > 0 } scalar:
                return scalar.Value;
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
            return TimeSpan.FromHours(Part(match, "h")) + TimeSpan.FromMinutes(Part(match, "m"))
                + TimeSpan.FromSeconds(Part(match, "s")) + TimeSpan.FromMilliseconds(Part(match, "ms"));
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

    public IReadOnlyList<string> List(string key)
    {
        switch (_values.GetValueOrDefault(key))
        {
            case null:
                return [];
            case YamlScalarNode { Value.Length: > 0 } scalar:
                return [scalar.Value];
            case YamlSequenceNode sequence when sequence.Children.All(c => c is YamlScalarNode):
                return [.. sequence.Children.Select(c => ((YamlScalarNode)c).Value ?? string.Empty)];
            case var node:
                Problem(node, $"\"{key}\" in {_what} must be a list of texts");
                return [];
        }
    }

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
