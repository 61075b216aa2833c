using System.Globalization;
using Slipway.Compose.Editing;
using Slipway.Compose.Text;

namespace Slipway.Compose.Projects;

/// <summary>A port that a service publishes, as far as it is written out.</summary>
/// <param name="Holder">The list that it stands in.</param>
/// <param name="Item">Where it stands.</param>
/// <param name="Published">The port of the host, or null for one that the engine picks, a range or an unknown one.</param>
/// <param name="Target">The port of the container, or null for a range or an unknown one.</param>
/// <param name="HostIp">The address of the host, empty for all.</param>
/// <param name="Protocol"><c>tcp</c>, <c>udp</c> or <c>sctp</c>.</param>
internal sealed record PublishedPort(PlacedValue Holder, ComposeValue Item, int? Published, int? Target, string HostIp, string Protocol)
{
    private const int MostPorts = 1000;

    /// <summary>All ports of the container that it leads to; none where they aren't known.</summary>
    public IReadOnlyList<int> Targets { get; private init; } = [];

    /// <summary>The ports of a service.</summary>
    public static IEnumerable<PublishedPort> Of(ProjectService service, Func<string, string?> variable)
    {
        foreach (var holder in service.All("ports"))
        {
            foreach (var item in holder.Value.Items)
            {
                if (item.IsMap)
                {
                    yield return new(
                        holder, item, Number(Text(item.Get("published"), variable)), Number(Text(item.Get("target"), variable)),
                        Text(item.Get("host_ip"), variable) ?? "", Text(item.Get("protocol"), variable) ?? "tcp")
                    {
                        Targets = Range(Text(item.Get("target"), variable) ?? ""),
                    };
                }
                else if (Text(item, variable) is { } text)
                {
                    yield return Short(holder, item, text);
                }
            }
        }
    }

    private static PublishedPort Short(PlacedValue holder, ComposeValue item, string text)
    {
        var (ports, protocol) = text.Split('/') is [var before, var after] ? (before, after) : (text, "tcp");
        var last = ports.LastIndexOf(':');
        var front = last < 0 ? "" : ports[..last];
        var middle = front.EndsWith(']') ? -1 : front.LastIndexOf(':');
        return new(holder, item, Number(front[(middle + 1)..]), Number(ports[(last + 1)..]), middle < 0 ? "" : front[..middle].Trim('[', ']'), protocol)
        {
            Targets = Range(ports[(last + 1)..]),
        };
    }

    /// <summary>The ports of a text such as <c>80</c> or <c>80-85</c>; none of any other.</summary>
    public static IReadOnlyList<int> Range(string text) =>
        text.Split('-') is [var first, .. { Length: <= 1 } rest] && Number(first) is { } from && (rest.Length == 0 ? from : Number(rest[0])) is { } to
            && to - from is >= 0 and < MostPorts
            ? [.. Enumerable.Range(from, to - from + 1)]
            : [];

    private static string? Text(ComposeValue? value, Func<string, string?> variable) =>
        value?.Text is { } text ? ComposeVariables.Expand(text, variable) : null;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536 ? number : null;
}
