using Slipway.Traffic.Requests;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Slipway.Deployment.Configuration.Requests;

/// <summary>Reads the user's own lines for the proxy's configuration, each with its place: a text of several lines, or a list.</summary>
internal static class ExtraLines
{
    /// <summary>What they are called in slipway.yaml.</summary>
    public const string Key = "extra";

    /// <summary>Reads them.</summary>
    public static IReadOnlyList<ExtraLine> Read(YamlMap map) => map.Node(Key) switch
    {
        null => [],
        YamlScalarNode { Style: ScalarStyle.Literal } literal => Of(map, literal),
        _ => [.. map.Items(Key).SelectMany(i => i.Text.Split('\n').Select(l => new ExtraLine(l.TrimEnd('\r'), i.Place.ToString())))],
    };

    // Its text begins on the line after its sign, further in than its key.
    private static List<ExtraLine> Of(YamlMap map, YamlScalarNode literal)
    {
        var sign = map.PlaceOf(literal);
        var lines = File.Exists(sign.File) ? File.ReadAllLines(sign.File) : [];
        var column = Math.Max(1, lines.Skip(sign.Line).Where(l => l.Trim().Length > 0).Select(l => l.Length - l.TrimStart().Length + 1).FirstOrDefault());
        return [.. literal.Value!.TrimEnd('\n').Split('\n').Select((line, index) => new ExtraLine(
            line.TrimEnd('\r'), new Place(sign.File, sign.Line + 1 + index, column + line.Length - line.TrimStart().Length).ToString()))];
    }
}
