using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Compose.Text;

namespace Slipway.Compose.Drafts;

/// <summary>
/// Understands health checks: the program, method, address, port, path, headers and the answer that it expects. What isn't understood in full
/// is left to the container's own check.
/// </summary>
internal static partial class CheckReader
{
    private static readonly string[] OtherProtocols =
    [
        "redis-cli", "valkey-cli", "pg_isready", "psql", "mysqladmin", "mysql", "mariadb-admin", "mongosh", "mongo", "grpc_health_probe",
        "grpc-health-probe", "grpcurl",
        "mosquitto_sub", "mosquitto_pub", "rabbitmq-diagnostics", "rabbitmqctl", "kafka-topics", "kafka-topics.sh", "kafka-broker-api-versions", "cqlsh",
        "nats", "ldapsearch",
        "dig", "nslookup", "smtp-check", "temporal", "tctl", "zookeeper-shell",
    ];

    /// <summary>Options of curl and wget that don't change what is asked or what counts as a good answer.</summary>
    private static readonly string[] Harmless =
    [
        "-f", "--fail", "-s", "--silent", "-S", "--show-error", "-q", "--quiet", "-v", "--verbose", "-i", "--include", "-L", "--location", "--compressed",
        "-4", "-6", "--ipv4",
        "--no-verbose", "-nv", "--spider", "-fs", "-fsS", "-sf", "-sS", "-sSf", "-fsSL", "-fsL", "-sfL", "-fSs", "-qO-", "-qO", "-O-", "--fail-with-body",
        "-I", "--head",
        "-fI", "-sI", "-fsI", "-sfI", "--no-progress-meter", "-N", "--http1.1", "--no-cache", "--no-proxy", "-nv", "-Ss", "-g",
    ];

    /// <summary>Those with a value that doesn't either.</summary>
    private static readonly string[] HarmlessWithValue =
    [
        "--noproxy", "-o", "--output", "-m", "--max-time", "--connect-timeout", "--retry", "--retry-delay", "--retry-max-time", "-O", "--output-document",
        "-T", "--timeout",
        "-t", "--tries", "-A", "--user-agent", "-w", "--write-out", "-U",
    ];

    /// <summary>Reads a check.</summary>
    /// <param name="words"><c>CMD</c> and its words, or <c>CMD-SHELL</c> and a script.</param>
    /// <returns>What it asks; null without a check.</returns>
    public static OwnCheck? Read(IReadOnlyList<string> words)
    {
        if (words.Count < 2 || words[0] == "NONE")
        {
            return null;
        }

        if (AlwaysGood().IsMatch(string.Join(' ', words.Skip(1))))
        {
            return null;
        }

        if (words[0] == "CMD-SHELL" && NeverBad().Match(words[1]) is { Success: true } tail)
        {
            // It says nothing of whether the service is ready, but what it asks is what somebody took for a sign of it.
            return Read([words[0], words[1][..tail.Index]]) is ({ Path: not null } or { IsHttp: false }) and var asked ? asked : null;
        }

        var script = words[0] == "CMD-SHELL" ? words[1] : words is [_, "sh" or "bash" or "/bin/sh" or "/bin/bash" or "ash", "-c" or "-ec", var inner, ..]
            ? inner : null;
        var command = script is null ? [.. words.Skip(1)] : Words(script);
        var text = script ?? string.Join(' ', words.Skip(1));
        if (OtherProtocols.Any(p => command.Take(3).Any(w => Path.GetFileName(w) == p)) || text.Contains("grpc", StringComparison.OrdinalIgnoreCase))
        {
            return new(null, null, null, false);
        }

        if (DeviceTcp().Match(text) is { Success: true } device)
        {
            return new(Number(device), null, null, null);
        }

        // A host alone may be the value of an option.
        var urls = Url().Matches(text) is var all && all.Any(u => u.Groups["scheme"].Success) ? [.. all.Where(u => u.Groups["scheme"].Success)]
            : all.ToList();
        var url = urls.Count > 0 ? urls[0] : Match.Empty;
        var port = url.Success ? Number(url) ?? (url.Groups["scheme"].Value == "https" ? 443 : url.Groups["scheme"].Success
            || Path.GetFileName(command[0]) is "curl" or "wget" ? 80 : null) : null;
        if (!url.Success)
        {
            return new(NetCat().Match(text) is { Success: true } nc ? Number(nc) : null, null, null, null);
        }

        var isPlain = url.Groups["scheme"].Value != "https" && urls.Count == 1 && !text[..url.Index].EndsWith('@');
        var (understood, host) = !isPlain ? (false, null)
            : Path.GetFileName(command[0]) is "curl" or "wget" ? Client(command, script)
            : (IsScripted(text), null);
        return new(port, understood ? PathOf(url) : null, understood ? host : null, true);
    }

    private static string PathOf(Match url) => url.Groups["path"].Value is { Length: > 0 } path ? path : "/";

    private static (bool Understood, string? Host) Client(List<string> command, string? script)
    {
        string? host = null;
        var urls = 0;
        for (var i = 1; i < command.Count; i++)
        {
            var word = command[i];
            if (script is not null && word is "||" or ";" or "&&" or "|" or ">" or "2>&1" or ">/dev/null" or "1>/dev/null" or "2>/dev/null" or "&>/dev/null")
            {
                if (IsTail(command.Skip(i)))
                {
                    break;
                }

                return (false, null);
            }

            if (word is "-H" or "--header" && i + 1 < command.Count && HostHeader().Match(command[i + 1]) is { Success: true } named)
            {
                host = named.Groups["host"].Value;
                i++;
            }
            else if (HostHeader().Match(word) is { Success: true } joined && word.StartsWith("--header=", StringComparison.Ordinal))
            {
                host = joined.Groups["host"].Value;
            }
            else if (word is "-X" or "--request" && i + 1 < command.Count && command[i + 1] is "GET")
            {
                i++;
            }
            else if (HarmlessWithValue.Contains(word))
            {
                i++;
            }
            else if (!word.StartsWith('-'))
            {
                urls++;
            }
            else if (!Harmless.Contains(word) && !HarmlessWithValue.Any(other => other.StartsWith("--", StringComparison.Ordinal)
                && word.StartsWith(other + "=", StringComparison.Ordinal)))
            {
                return (false, null);
            }
        }

        return (urls == 1 && command.Any(w => w.Contains('$', StringComparison.Ordinal)) == false, host);
    }

    /// <summary>Whether what follows the request only says what its failure means.</summary>
    private static bool IsTail(IEnumerable<string> words) => words.All(word =>
        word is "||" or ";" or "exit" or "1" or "false" or ">" or ">/dev/null" or "/dev/null" or "2>&1" or "1>/dev/null" or "2>/dev/null" or "&>/dev/null");

    /// <summary>Whether a script of Python or Node asks for nothing but one address, and takes its answer as a browser would.</summary>
    private static bool IsScripted(string text) =>
        Scripted().IsMatch(text) && !text.Contains("method", StringComparison.OrdinalIgnoreCase)
            && !text.Contains("headers", StringComparison.OrdinalIgnoreCase)
        && !text.Contains("data=", StringComparison.Ordinal) && !Expected().IsMatch(text);

    private static int? Number(Match match) =>
        int.TryParse(match.Groups["port"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port : null;

    private static List<string> Words(string script) => [.. CommandWords.Split(script) ?? [script]];

    [GeneratedRegex(
        @"(?:(?<scheme>https?)://)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|(?<=://)\$\{?HOSTNAME\}?)"
        + @"(?::(?<port>[0-9]+))?(?=[/\s'""?);]|$)(?<path>/[A-Za-z0-9_./~%?=&:-]*)?",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Url();

    [GeneratedRegex(@"^\s*(?:(?:/usr)?(?:/bin/)?true|:|exit(?: 0)?|echo\b[^|&;]*)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex AlwaysGood();

    [GeneratedRegex(@"\s*(?:\|\||;)\s*(?:(?:/usr)?(?:/bin/)?true|:|exit 0|echo\b[^|&;]*)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex NeverBad();

    [GeneratedRegex(@"/dev/tcp/[^/\s]+/(?<port>[0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex DeviceTcp();

    [GeneratedRegex(@"(?:^|\s)nc(?:at)?\s.*\s(?<port>[0-9]{1,5})(?:\s|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex NetCat();

    [GeneratedRegex(@"Host:\s*(?<host>[A-Za-z0-9_.:-]+)\s*['""]?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex HostHeader();

    [GeneratedRegex(@"urlopen\(|requests\.get\(|httpx\.get\(|http\.get\(|\.get\(|fetch\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Scripted();

    [GeneratedRegex(@"[!=]==?\s*(?!200|res|ok)[0-9]{3}|assert|json\(|read\(\)\s*(?:==|in)|\.decode", RegexOptions.ExplicitCapture)]
    private static partial Regex Expected();
}
