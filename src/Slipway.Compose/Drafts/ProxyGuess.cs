using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Compose.Services;

namespace Slipway.Compose.Drafts;

/// <summary>The service that stands in front of the others.</summary>
/// <param name="Kind"><c>nginx</c> or <c>haproxy</c>.</param>
/// <param name="Listen">The port that it listens on inside its container.</param>
/// <param name="More">What its configuration does besides passing requests on, so that Slipway can't write that; null for nothing.</param>
internal sealed partial record ProxyGuess(ComposeService Service, string Kind, int Listen, string? More)
{
    private static readonly string[] Folders = ["/etc/nginx", "/usr/local/etc/haproxy", "/etc/haproxy"];

    /// <summary>The services behind it with their ports, as far as its configuration names them.</summary>
    public ImmutableDictionary<string, int> Targets { get; private init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The path prefixes of each service behind it; empty where one of them gets everything.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Routes { get; private init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>The services that it speaks something else than HTTP to.</summary>
    public ImmutableHashSet<string> NotHttp { get; private init; } = [];

    /// <summary>Finds a proxy that does nothing but what its configuration says: with a command of its own it may do more.</summary>
    public static ProxyGuess? Of(ComposeModel model, ApplicationFacts facts)
    {
        foreach (var service in model.Services)
        {
            if (service.Build is not null || service.Command is not null || service.NetworkMode is not null || service.Replicas != 1)
            {
                continue;
            }

            if (ImageKinds.ProxyKind(service.Image) is not { } kind
                || service.Ports.FirstOrDefault(p => p is { Protocol: "tcp", Target: not 443 }) is not { } port)
            {
                continue;
            }

            var mounts = service.Volumes.Where(v => v is { Type: "bind", Source: not null } && IsConfiguration(v.Target)).ToList();
            if (mounts.Count == 0 && !service.Configs.Any(c => IsConfiguration(c.Target)))
            {
                continue;
            }

            var texts = mounts.Select(m => facts.ReadFile(m.Source!)).OfType<string>().ToList();
            var guess = new ProxyGuess(service, kind, port.Target, Obvious(service, texts.Count));
            guess = kind == "nginx"
                ? texts.Aggregate(guess, (o, t) => o.With(NginxRoutes.Read(t, n => model.Find(n) is not null)))
                : guess.With(Addresses(model, texts));

            // Without anybody behind it, it serves files.
            if (guess.Targets.Count > 0 || service.DependsOn.Length > 0)
            {
                return guess;
            }
        }

        return null;
    }

    private static string? Obvious(ComposeService service, int texts) =>
        texts == 0 ? "can't be read"
        : service.Ports.Length > 1 ? $"is for {service.Ports.Length} ports"
        : null;

    private ProxyGuess With(ImmutableDictionary<string, int> targets) =>
        this with { Targets = targets, More = More ?? (targets.Count > 1 ? "chooses between several services" : null) };

    private ProxyGuess With(NginxRoutes routes)
    {
        var prefixes = routes.Prefixes.Distinct().ToList();
        var more = More ?? (routes.More is { } directive ? $"does more than pass requests on ({directive})" : null);
        // Slipway knows one port for each service, and a prefix that goes to two of them can't be told apart.
        if (more is null && prefixes.GroupBy(o => o.Prefix).Any(g => g.Count() > 1))
        {
            more = "chooses between several services";
        }

        var services = prefixes.Select(o => o.Service).Distinct().ToList();
        return this with
        {
            Targets = Targets.SetItems(prefixes.DistinctBy(o => o.Service).Select(o => KeyValuePair.Create(o.Service, o.Port))),
            Routes = services.Count < 2 && prefixes.TrueForAll(o => o.Prefix == "/")
                ? Routes
                : prefixes.GroupBy(o => o.Service).ToImmutableDictionary(g => g.Key, g => g.Select(o => o.Prefix).ToImmutableArray()),
            NotHttp = NotHttp.Union(routes.NotHttp),
            More = more,
        };
    }

    private static ImmutableDictionary<string, int> Addresses(ComposeModel model, IEnumerable<string> texts)
    {
        var targets = ImmutableDictionary.CreateBuilder<string, int>();
        foreach (Match address in texts.SelectMany(t => Address().Matches(t)))
        {
            if (model.Find(address.Groups["host"].Value) is not null)
            {
                targets[address.Groups["host"].Value] = int.Parse(address.Groups["port"].Value, CultureInfo.InvariantCulture);
            }
        }

        return targets.ToImmutable();
    }

    private static bool IsConfiguration(string target) => Folders.Any(f => target.StartsWith(f, StringComparison.Ordinal));

    [GeneratedRegex(@"(?<![A-Za-z0-9_.-])(?<host>[A-Za-z0-9][A-Za-z0-9_-]*):(?<port>[0-9]{2,5})(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
