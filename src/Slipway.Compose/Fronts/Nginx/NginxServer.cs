using System.Collections.Immutable;
using System.Globalization;
using Slipway.Compose.Fronts.Reading;

namespace Slipway.Compose.Fronts.Nginx;

/// <summary>What is found in a server's block.</summary>
internal sealed class NginxServer
{
    private readonly NginxServer? _whole;

    public NginxServer()
    {
    }

    private NginxServer(NginxServer whole) => _whole = whole;

    /// <summary>Whether it passes on more than HTTP.</summary>
    public bool IsStream { get; init; }

    /// <summary>The server, when this is it within a location.</summary>
    public NginxServer Whole => _whole ?? this;

    /// <summary>Whether it says that it answers what no other server has a name for.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>The location that is being read: its prefix, empty outside of locations, null when it is no prefix.</summary>
    public string? Prefix { get; private init; } = "";

    /// <summary>The ports that it listens on, and whether by TLS.</summary>
    public List<(int Port, bool Tls)> Ports { get; private init; } = [];

    /// <summary>The names that it answers to.</summary>
    public List<string> Names { get; private init; } = [];

    /// <summary>Whether it answers everything itself.</summary>
    public bool Returns { get; private set; }

    /// <summary>Where its names stand, or null.</summary>
    public NginxStatement? NamesAt { get; private set; }

    /// <summary>The values of its variables.</summary>
    public Dictionary<string, string> Variables { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>The prefixes of its locations.</summary>
    public List<string> Prefixes { get; private init; } = [];

    /// <summary>The same server within a location.</summary>
    public NginxServer Enter(NginxStatement location, FrontReading reading, string around)
    {
        var prefix = location.Words switch
        {
            [_, ['/', ..] path] => path,
            [_, "^~", ['/', ..] path] => path,
            _ => null,
        };
        if (prefix is null || around == "location")
        {
            reading.Does("chooses by more than the beginning of a path", location.File, location.Line);
        }
        else
        {
            Prefixes.Add(prefix);
            if (location.Block is { } block && block.All(s => s.Name is not ("proxy_pass" or "include")))
            {
                reading.Does(NginxDeeds.Of("root"), location.File, location.Line);
            }
        }

        return new(Whole) { IsStream = IsStream, Prefix = prefix, Ports = Ports, Names = Names, Variables = Variables, Prefixes = Prefixes };
    }

    /// <summary>Takes in a directive.</summary>
    public void Take(NginxStatement statement, FrontReading reading, NginxPasses passes)
    {
        switch (statement.Name)
        {
            case "listen":
                Listen(statement, reading);
                break;
            case "server_name":
                Names.AddRange(statement.Values.ToArray());
                NamesAt ??= statement;
                break;
            case "return":
                Returns = true;
                break;
            case "set" when statement.Words is [_, ['$', ..] variable, var value]:
                Variables[variable] = value;
                break;
            case "ssl" when statement.Value == "on":
                Ports.AddRange(Ports.Select(p => (p.Port, true)).ToList());
                break;
            case "proxy_pass" or "fastcgi_pass" or "uwsgi_pass" or "scgi_pass" or "grpc_pass" or "memcached_pass":
                passes.Add(statement, this);
                break;
        }
    }

    private void Listen(NginxStatement listen, FrontReading reading)
    {
        var options = listen.Words.Skip(2).ToImmutableArray();
        var address = listen.Value;
        IsDefault |= options.Contains("default_server") || options.Contains("default");
        var isPlain = options.All(o => o is "default_server" or "default" or "reuseport" or "ipv6only=on" or "ipv6only=off");
        if (!isPlain)
        {
            reading.Does(options.Contains("ssl") ? NginxDeeds.Of("ssl") : "listens in a way of its own", listen.File, listen.Line);
        }

        var port = address[(address.LastIndexOf(':') + 1)..];
        if (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || (address != port && address[..^port.Length] is not ("*:" or "[::]:" or "0.0.0.0:")))
        {
            reading.Does("listens in a way of its own", listen.File, listen.Line);
        }

        if (number is > 0 and <= 65535)
        {
            Ports.Add((number, options.Contains("ssl") || options.Contains("quic")));
        }
    }
}
