using System.Text.RegularExpressions;
using Slipway.Compose.Services;

namespace Slipway.Compose.Drafts;

/// <summary>Knows ports that speak something else than HTTP/1: by their number, and by how other services are told of them.</summary>
internal sealed class OtherProtocols(ComposeModel model)
{
    /// <summary>
    /// The numbers by which mail, names, files, remote shells, databases, queues, caches, directories, games, telephony, RPC and TLS are known (IANA's
    /// registry, and the documentation of the programs).
    /// </summary>
    private static readonly HashSet<int> Known =
    [
        20, 21, 22, 23, 25, 53, 67, 69, 110, 111, 119, 123, 137, 138, 139, 143, 161, 162, 179, 194, 389, 443, 445, 465, 514, 515, 548, 554, 587, 601, 636,
            853, 873, 989, 990, 993, 995,
        88, 1025, 1514, 2003, 2424, 6000, 6443, 6881, 8333, 8388, 8554, 9050, 9093, 9094, 10051, 11300, 12201, 19132, 30303, 50061, 51413, 64738,
        1080, 1194, 1433, 1434, 1521, 1723, 1812, 1813, 1883, 1884, 1885, 1935, 2049, 2181, 2182, 2222, 2375, 2376, 2379, 2380, 2525, 3050, 3128, 3260,
            3268, 3306, 3307, 3308, 3389, 3478,
        3690, 3868, 3890, 4150, 4222, 4223, 4317, 4369, 5044, 5060, 5061, 5222, 5223, 5269, 5349, 5432, 5433, 5434, 5671, 5672, 5673, 5900, 5901, 6222,
            6379, 6380, 6381, 6382, 6383, 6384,
        6432, 6514, 6565, 6650, 6667, 6697, 6831, 6832, 7199, 7233, 7234, 7235, 7239, 7687, 7946, 8125, 8443, 8883, 8884, 9042, 9092, 9142,
            9160, 9300, 9418, 9443, 9994,
        11211, 14250, 16379, 17600, 19092, 19530, 22122, 24224, 25565, 25575, 26257, 26379, 27015, 27017, 27018, 27019, 28015, 29015, 29092, 29093, 33060,
            35357, 47808, 50051, 50052, 50053,
        50054, 50055, 61613, 61616,
    ];

    /// <summary>Whether a port is known for something else.</summary>
    public static bool Has(int port) => Known.Contains(port);

    /// <summary>Whether a service's name, or a variable by which others know where it is, says that it speaks gRPC.</summary>
    public static bool SaysGrpc(ComposeModel model, ComposeService service) =>
        service.Name.Split('-', '_', '.').Contains("grpc", StringComparer.OrdinalIgnoreCase)
        || model.Services.Any(o => o != service && IsTold(o, service.Name));

    /// <summary>Whether a service speaks FastCGI or uWSGI's own protocol, by the program that it starts or its image.</summary>
    public static bool SaysFastCgi(ApplicationFacts facts, ComposeService service)
    {
        var (entrypoint, command) = facts.StartOf(service);
        var words = entrypoint.Concat(command).SelectMany(w => w.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var programs = words.Select(w => Path.GetFileName(w)).ToList();
        var image = (facts.BaseImage(service.Name) ?? service.Image ?? "").Split('/')[^1];
        return programs.Exists(Servers.Contains) ? false
            : programs.Exists(p => p.StartsWith("php-fpm", StringComparison.Ordinal))
                || (programs.Contains("uwsgi") && words.Exists(w => w is "--socket" or "-s" || w.StartsWith("--socket=", StringComparison.Ordinal))
                    && !words.Exists(w => w.StartsWith("--http", StringComparison.Ordinal)))
                || (programs.TrueForAll(p => p is "docker-php-entrypoint" or "sh" or "-c" || p.Contains("entrypoint", StringComparison.Ordinal))
                    && image.Contains("php", StringComparison.Ordinal) && image.Split(':', '-').Contains("fpm"));
    }

    private static readonly string[] Servers =
        ["nginx", "caddy", "apache2-foreground", "httpd", "supervisord", "artisan", "frankenphp", "rr", "/init", "s6-svscan"];

    private static bool IsTold(ComposeService other, string name) =>
        other.Environment.Names.Where(n => n.Contains("GRPC", StringComparison.OrdinalIgnoreCase))
            .Any(n => other.Environment.TryGet(n, out var value) && IsAddress(name, value));

    private static bool IsAddress(string name, string value) => value.Split("://")[^1] is var rest
        && (rest == name || rest.StartsWith(name + ":", StringComparison.Ordinal) || rest.StartsWith(name + "/", StringComparison.Ordinal));

    /// <summary>Whether another service is told to speak something else to a port of a service.</summary>
    public bool IsOther(ComposeService service, int port)
    {
        var address = new Regex(
            $"(?<scheme>[a-z][a-z0-9+.-]*)://(?:[^\\s/@]*@)?{Regex.Escape(service.Name)}:{port}(?![0-9])", RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1));
        var schemes = model.Services.Where(o => o != service)
            .SelectMany(o => o.Environment.Names.Select(n => o.Environment.TryGet(n, out var value) ? value : "").Concat(o.Command ?? []))
            .SelectMany(v => address.Matches(v))
            .Select(m => m.Groups["scheme"].Value)
            .ToList();
        return schemes.Count > 0 && !schemes.Any(s => s is "http" or "https" or "ws" or "wss" or "h2c");
    }
}
