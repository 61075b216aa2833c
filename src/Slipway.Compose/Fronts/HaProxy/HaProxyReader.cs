using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Compose.Fronts.Reading;

namespace Slipway.Compose.Fronts.HaProxy;

/// <summary>Reads the configuration of an HAProxy.</summary>
internal sealed partial class HaProxyReader(FrontReading reading)
{
    private static readonly string[] Roots = ["/usr/local/etc/haproxy/haproxy.cfg", "/etc/haproxy/haproxy.cfg"];

    private static readonly HashSet<string> Sections = new(StringComparer.Ordinal)
    {
        "global", "defaults", "frontend", "backend", "listen", "resolvers", "userlist", "peers", "cache", "mailers", "program", "http-errors", "ring",
        "fcgi-app", "crt-store", "log-forward", "traces", "acme",
    };

    private readonly Dictionary<string, int> _servers = new(StringComparer.Ordinal);
    private string _defaultMode = "tcp";

    /// <summary>Reads it.</summary>
    public static void Read(FrontFiles files, FrontReading reading)
    {
        var roots = Roots.Select(files.Find).OfType<FrontFile>().ToList();
        if (roots.Count == 0)
        {
            reading.Misses("has a configuration that isn't among its files");
        }

        var reader = new HaProxyReader(reading);
        // Without a root it may be in any file, and a command of its own says in which.
        foreach (var file in roots.Count > 0 ? roots : files.All.Where(f => f.Path.EndsWith(".cfg", StringComparison.Ordinal)))
        {
            reader.Read(file);
        }
    }

    private void Read(FrontFile file)
    {
        var (section, mode, line) = ("", "", 0);
        foreach (var text in reading.Names.Filled(file.Text).Split('\n'))
        {
            line++;
            if (Words(text) is not { Length: > 0 } words)
            {
                continue;
            }

            if (Sections.Contains(words[0]) && !char.IsWhiteSpace(text[0]))
            {
                (section, mode) = (words[0], _defaultMode);
                if (section is not ("global" or "defaults" or "frontend" or "backend" or "listen" or "resolvers"))
                {
                    reading.Does(HaProxyPlain.More(section, words)!, file, line);
                }

                Count(section, file, line);
                continue;
            }

            if (HaProxyPlain.More(section, words) is { } more)
            {
                reading.Does(more, file, line);
            }

            Take(section, words, ref mode, file, line);
        }
    }

    private void Count(string section, FrontFile file, int line)
    {
        if (section is not ("frontend" or "backend" or "listen"))
        {
            return;
        }

        var kind = section == "listen" ? "frontend" : section;
        if ((_servers[kind] = _servers.GetValueOrDefault(kind) + 1) > 1)
        {
            reading.Does("chooses between several services", file, line);
        }

        _servers["server"] = 0;
    }

    private void Take(string section, string[] words, ref string mode, FrontFile file, int line)
    {
        switch (words)
        {
            case ["mode", var written]:
                mode = written;
                _defaultMode = section == "defaults" ? written : _defaultMode;
                break;
            case ["bind", var address, .. var options]:
                if (Port().Match(address) is { Success: true } bound)
                {
                    reading.Sites.Add(new(int.Parse(bound.Value, CultureInfo.InvariantCulture), options.Contains("ssl"), null));
                }

                break;
            case ["server", _, var server, .. var options]:
                if ((_servers["server"] = _servers.GetValueOrDefault("server") + 1) > 1)
                {
                    reading.Does("balances over several servers", file, line);
                }

                Serve(server, options, mode, file, line);
                break;
        }
    }

    private void Serve(string server, string[] options, string mode, FrontFile file, int line)
    {
        if (Address().Match(server) is not { Success: true } address)
        {
            reading.Does("passes requests on to what can't be told", file, line);
            return;
        }

        var (host, port) = (address.Groups["host"].Value, int.Parse(address.Groups["port"].Value, CultureInfo.InvariantCulture));
        var protocol = options.Any(o => o.StartsWith("send-proxy", StringComparison.Ordinal)) ? "the PROXY protocol"
            : options.Contains("ssl") ? "TLS"
            : options.SkipWhile(o => o != "proto").Skip(1).FirstOrDefault() is { } proto ? AddressScan.Protocol(proto)
            : mode == "http" ? null
            : "TCP";
        if (protocol is "TCP")
        {
            reading.Does("passes on more than HTTP", file, line);
        }

        if (protocol is null ? !reading.Reaches(host, port, "/") : !reading.Speaks(protocol, host))
        {
            reading.Does($"passes requests on to {host}, which is no service", file, line);
        }
    }

    private static string[] Words(string line)
    {
        var text = Comment().Replace(line, "");
        return [.. Word().Matches(text).Select(m => m.Value.Replace("\\ ", " ", StringComparison.Ordinal).Trim('"', '\''))];
    }

    [GeneratedRegex(@"(?<!\\)#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex("""(?:"[^"]*"|'[^']*'|\\.|[^\s"'\\])+""")]
    private static partial Regex Word();

    [GeneratedRegex("(?<=:)[0-9]{1,5}$")]
    private static partial Regex Port();

    [GeneratedRegex("^(?<host>[A-Za-z0-9_][A-Za-z0-9_.-]*):(?<port>[0-9]{1,5})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
