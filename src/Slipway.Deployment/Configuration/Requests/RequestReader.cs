using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Slipway.Traffic.Requests;
using YamlDotNet.RepresentationModel;

namespace Slipway.Deployment.Configuration.Requests;

/// <summary>Reads what slipway.yaml says of requests and of clients.</summary>
/// <param name="problems">Receives the mistakes.</param>
internal sealed class RequestReader(List<ConfigurationProblem> problems)
{
    /// <summary>The keys that services have, and <c>proxy</c> for all services.</summary>
    public static IReadOnlyList<string> Keys { get; } = [Size, Connect, Response, RequestHeaders, ResponseHeaders, Compression, Buffering, Maintenance, Retry];

    /// <summary>The keys that only services have, beside those that mean another place under <c>proxy</c>.</summary>
    public static IReadOnlyList<string> ServiceKeys { get; } = [.. Keys, Users, ExtraLines.Key];

    /// <summary>The keys that only <c>proxy</c> has.</summary>
    public static IReadOnlyList<string> ClientKeys { get; } = [Trusted, ProxyProtocol, Request, Idle, ExtraLines.Key];

    private const string Size = "max-body";
    private const string Connect = "connect-timeout";
    private const string Response = "response-timeout";
    private const string RequestHeaders = "request-headers";
    private const string ResponseHeaders = "response-headers";
    private const string Compression = "compression";
    private const string Buffering = "buffering";
    private const string Maintenance = "maintenance";
    private const string Retry = "maintenance-retry";
    private const string Users = "auth";
    private const string ProxyProtocol = "proxy-protocol";
    private const string Trusted = "trusted";
    private const string Request = "request-timeout";
    private const string Idle = "idle-timeout";

    private static readonly (string Unit, long Bytes)[] Units =
    [
        ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("KB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("B", 1),
    ];

    /// <summary>Reads what is done with requests.</summary>
    /// <param name="isOfService">Whether it is a service's mapping, else that of the proxy.</param>
    public RequestSettings Read(YamlMap map, bool isOfService)
    {
        var known = isOfService ? ServiceKeys : Keys;
        return new RequestSettings(
            new RequestHandling
            {
                MaxBody = Bytes(map),
                ConnectTimeout = Seconds(map, Connect),
                ResponseTimeout = Seconds(map, Response),
                RequestHeaders = Headers(map, RequestHeaders),
                ResponseHeaders = Headers(map, ResponseHeaders),
                IsCompressed = map.Keys.ContainsKey(Compression) ? map.Flag(Compression, false) : null,
                IsBuffered = map.Keys.ContainsKey(Buffering) ? map.Flag(Buffering, false) : null,
                Extra = isOfService ? ExtraLines.Read(map) : [],
            },
            known.Where(map.Keys.ContainsKey).ToDictionary(k => k, k => map.Keys[k], StringComparer.Ordinal))
        {
            Maintenance = map.Text(Maintenance),
            RetryAfter = Seconds(map, Retry) ?? RequestSettings.None.RetryAfter,
            Users = isOfService ? map.Text(Users) : null,
        };
    }

    /// <summary>Reads what holds for clients.</summary>
    public ClientSettings ReadClients(YamlMap map) => new()
    {
        Trusted = [.. map.Items(Trusted).Select(i => Network(i.Text, i.Place)).OfType<IPNetwork>()],
        HearsProxyProtocol = map.Flag(ProxyProtocol, false),
        ProxyProtocolPlace = map.Keys.GetValueOrDefault(ProxyProtocol, map.Place),
        Extra = ExtraLines.Read(map),
        TrustedPlace = map.Keys.GetValueOrDefault(Trusted, map.Place),
        RequestTimeout = Seconds(map, Request) ?? new ClientSettings().RequestTimeout,
        IdleTimeout = Seconds(map, Idle),
    };

    private long? Bytes(YamlMap map)
    {
        if (map.Text(Size) is not { } text)
        {
            return null;
        }

        var (unit, factor) = Units.FirstOrDefault(u => text.EndsWith(u.Unit, StringComparison.Ordinal), (Unit: "", Bytes: 0));
        if (decimal.TryParse(text[..^unit.Length].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * factor is >= 1 and <= 1L << 50)
        {
            return (long)(number * factor);
        }

        problems.Add(new ConfigurationProblem(
            map.Keys[Size], $"\"{Size}\" must be a size of 1B or more, not \"{text}\"", "write 512KB, 100MB, 1.5GB or 64MiB"));
        return null;
    }

    private TimeSpan? Seconds(YamlMap map, string key)
    {
        if (!map.Keys.TryGetValue(key, out var place))
        {
            return null;
        }

        // What is wrong with it otherwise has been told.
        var count = problems.Count;
        var time = map.Duration(key, TimeSpan.Zero);
        if (problems.Count == count && (time < TimeSpan.FromSeconds(1) || time.Ticks % TimeSpan.TicksPerSecond != 0))
        {
            problems.Add(new ConfigurationProblem(place, $"\"{key}\" must be whole seconds, one or more, not \"{map.Text(key)}\""));
        }

        return time < TimeSpan.FromSeconds(1) ? null : time;
    }

    private List<HeaderRule> Headers(YamlMap map, string key)
    {
        var rules = new List<HeaderRule>();
        switch (map.Node(key))
        {
            case null:
                break;
            case YamlMappingNode mapping:
                foreach (var (name, value) in mapping.Children)
                {
                    if (Header(key, name, value, map.PlaceOf(name)) is { } rule)
                    {
                        rules.Add(rule);
                    }
                }

                break;
            default:
                problems.Add(new ConfigurationProblem(
                    map.Keys[key], $"\"{key}\" must be a mapping of headers to values", "write {X-Frame-Options: DENY, X-Powered-By: null}"));
                break;
        }

        return rules;
    }

    private HeaderRule? Header(string key, YamlNode name, YamlNode value, Place place)
    {
        if (name is not YamlScalarNode { Value: { } header } || value is not YamlScalarNode scalar)
        {
            problems.Add(new ConfigurationProblem(place, $"a header in \"{key}\" must have a text, or null to take it away"));
            return null;
        }

        var isNull = scalar.Style == YamlDotNet.Core.ScalarStyle.Plain && scalar.Value is null or "" or "~" or "null";
        var rule = new HeaderRule(header, isNull ? null : scalar.Value);
        if (rule.Problem is { } problem)
        {
            problems.Add(new ConfigurationProblem(place, problem.TrimEnd('.')));
            return null;
        }

        return rule;
    }

    private IPNetwork? Network(string text, Place place)
    {
        if (!text.Contains('/', StringComparison.Ordinal) && IPAddress.TryParse(text, out var address) && text.AsSpan().IndexOfAny('.', ':') >= 0)
        {
            return new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
        }

        if (IPNetwork.TryParse(text, out var network) && IPAddress.Parse(text.Split('/')[0]).Equals(network.BaseAddress))
        {
            return network;
        }

        problems.Add(new ConfigurationProblem(
            place, $"\"{text}\" in \"{Trusted}\" is neither an address nor a network", Network(text) ?? "write 10.0.0.0/8, 192.0.2.7 or 2001:db8::/32"));
        return null;
    }

    // Whoever writes an address with a prefix means the network that it is in.
    private static string? Network(string text)
    {
        var parts = text.Split('/');
        if (parts.Length != 2 || !IPAddress.TryParse(parts[0], out var address)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > 8 * address.GetAddressBytes().Length)
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        for (var bit = length; bit < 8 * bytes.Length; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return $"do you mean {new IPAddress(bytes)}/{length}?";
    }
}
