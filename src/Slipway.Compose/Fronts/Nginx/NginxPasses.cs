using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Compose.Fronts.Reading;

namespace Slipway.Compose.Fronts.Nginx;

/// <summary>Works out where an nginx passes requests on to, once all of its upstreams are known.</summary>
internal sealed partial class NginxPasses(FrontReading reading)
{
    private const string Several = "serves several hosts or ports";

    private readonly Dictionary<string, ImmutableArray<NginxStatement>> _upstreams = new(StringComparer.Ordinal);
    private readonly List<(NginxStatement Pass, NginxServer Place)> _passes = [];
    private readonly List<(NginxServer Server, NginxStatement Statement)> _servers = [];
    private NginxHosts _hosts = NginxHosts.None;

    /// <summary>Whether it passes anything on.</summary>
    public bool Any => _passes.Count > 0;

    /// <summary>Takes in an upstream.</summary>
    public void Add(NginxStatement upstream, ImmutableArray<NginxStatement> servers)
    {
        _upstreams[upstream.Value] = servers;
        foreach (var server in servers.Skip(1))
        {
            reading.Does("balances over several servers", server.File, server.Line);
        }

        if (servers is [{ Words.Length: > 2 } one, ..])
        {
            reading.Does("balances over servers in a way of its own", one.File, one.Line);
        }
    }

    /// <summary>Takes in a directive that passes requests on.</summary>
    public void Add(NginxStatement pass, NginxServer place) => _passes.Add((pass, place));

    /// <summary>Takes in a server that has been read.</summary>
    public void Add(NginxServer server, NginxStatement statement)
    {
        if (server.IsStream)
        {
            return;
        }

        _servers.Add((server, statement));
        var names = server.Names.Where(n => n is not ("_" or "" or "localhost")).ToList();
        if (!server.Returns && !server.Prefixes.Contains("/"))
        {
            reading.Does(NginxDeeds.Of("root"), statement.File, statement.Line);
        }

        var ports = server.Ports.Count == 0 ? [(80, false)] : server.Ports;
        if (ports.DistinctBy(p => p.Item1).Count() > 1)
        {
            reading.Does(Several, statement.File, statement.Line);
        }

        var hosts = names.Where(IsHost).Select(string? (n) => n).DefaultIfEmpty(null).ToList();
        reading.Sites.AddRange(ports.Distinct().SelectMany(p => hosts.Select(h => new FrontSite(p.Item1, p.Item2, h))));
    }

    /// <summary>Notes all services that requests go to.</summary>
    public void Resolve()
    {
        ReadHosts();
        foreach (var (pass, place) in _passes)
        {
            var address = pass.Value;
            foreach (var (name, value) in place.Variables)
            {
                address = address.Replace(name, value, StringComparison.Ordinal);
            }

            if (Target().Match(address) is not { Success: true } target)
            {
                reading.Does("decides by variables", pass.File, pass.Line);
                AddressScan.Into(reading, address);
                continue;
            }

            if (target.Groups["path"].Value is { Length: > 0 } path && path != place.Prefix)
            {
                reading.Does("changes paths", pass.File, pass.Line);
            }

            var protocol = place.IsStream ? "TCP"
                : pass.Name == "proxy_pass" ? (target.Groups["scheme"].Value == "https" ? "TLS" : null)
                : pass.Name switch { "fastcgi_pass" => "FastCGI", "grpc_pass" => "gRPC", var name => name.Split('_')[0] };
            foreach (var (host, port) in Servers(target))
            {
                Note(pass, protocol, host, port, place);
            }
        }

        // Hosts and paths of a service are two lists, of which each has each.
        if (_servers.Count > 1 && reading.Targets.Distinct().GroupBy(t => t.Service).Any(g => !IsProduct([.. g])))
        {
            reading.Does(Several, _servers[1].Statement.File, _servers[1].Statement.Line);
        }
    }

    private static bool IsHost(string name) => HostName().IsMatch(name) && name.Contains('.', StringComparison.Ordinal);

    private static bool IsProduct(FrontTarget[] targets)
    {
        var hosts = targets.Select(t => t.Host).Distinct().ToList();
        return (hosts.Count == 1 || !hosts.Contains(null)) && targets.Length == hosts.Count * targets.Select(t => t.Prefix).Distinct().Count();
    }

    private void ReadHosts()
    {
        if (_servers.Count > 1 && NginxHosts.Of([.. _servers.Select(s => s.Server)], IsHost) is { } hosts)
        {
            _hosts = hosts;
            return;
        }

        foreach (var (server, statement) in _servers)
        {
            if (_servers.Count > 1 && server != _servers[0].Server)
            {
                reading.Does(Several, statement.File, statement.Line);
            }

            var names = server.Names.Where(n => n is not ("_" or "" or "localhost")).ToList();
            if (names.Count > 1 || names.Exists(n => !IsHost(n)))
            {
                var place = server.NamesAt ?? statement;
                reading.Does("tells host names apart", place.File, place.Line);
            }
        }
    }

    private void Note(NginxStatement pass, string? protocol, string host, int port, NginxServer place)
    {
        if (protocol is null ? !reading.Reaches(host, port, place.Prefix, _hosts.NamesOf(place.Whole)) : !reading.Speaks(protocol, host))
        {
            reading.Does($"passes requests on to {host}, which is no service", pass.File, pass.Line);
        }
        else if (protocol is not null)
        {
            reading.Does($"speaks {protocol}", pass.File, pass.Line);
        }
    }

    private IEnumerable<(string Host, int Port)> Servers(Match target)
    {
        var host = target.Groups["host"].Value;
        if (!_upstreams.TryGetValue(host, out var servers))
        {
            return [(host, Port(target))];
        }

        return servers.Select(s => Target().Match(s.Value)).Where(m => m.Success).Select(m => (m.Groups["host"].Value, Port(m)));
    }

    private static int Port(Match target) =>
        target.Groups["port"] is { Success: true } port ? int.Parse(port.Value, CultureInfo.InvariantCulture) : 80;

    [GeneratedRegex(
        @"^(?:(?<scheme>https?|grpcs?)://)?(?<host>[A-Za-z0-9_][A-Za-z0-9_.-]*)(?::(?<port>[0-9]{1,5}))?(?<path>/[^$]*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Target();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]*(?:[.][A-Za-z0-9-]+)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex HostName();
}
