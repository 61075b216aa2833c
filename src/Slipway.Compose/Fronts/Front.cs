using System.Collections.Immutable;
using Slipway.Compose.Fronts.Reading;
using Slipway.Compose.Services;

namespace Slipway.Compose.Fronts;

/// <summary>The service that stands before the others.</summary>
/// <param name="Kind">The program that it runs.</param>
/// <param name="Listen">The port that it listens on inside its container.</param>
internal sealed record Front(ComposeService Service, FrontKind Kind, int Listen)
{
    /// <summary>What it does besides passing requests on, each as the rest of a sentence. Without any, Slipway can write its configuration.</summary>
    public ImmutableArray<string> More { get; init; } = [];

    /// <summary>Whether Slipway can write its configuration.</summary>
    public bool IsPlain => More.IsEmpty;

    /// <summary>Whether all that it reaches is known.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Where it sends requests.</summary>
    public ImmutableArray<FrontTarget> Targets { get; init; } = [];

    /// <summary>The services that it speaks something else than HTTP to, with what that is.</summary>
    public ImmutableDictionary<string, string> NotHttp { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Requests as users make them, by the names that it serves.</summary>
    public ImmutableArray<string> Ask { get; init; } = [];

    /// <summary>The services that it sends requests to.</summary>
    public IEnumerable<string> Services => Targets.Select(t => t.Service).Distinct();

    /// <summary>The first port of a service that it sends requests to, or null.</summary>
    public int? PortOf(string service) => Targets.FirstOrDefault(t => t.Service == service)?.Port;

    /// <summary>The path prefixes of a service behind it; none where one service gets everything.</summary>
    public ImmutableArray<string> RoutesOf(string service)
    {
        ImmutableArray<string> routes = [.. Targets.Where(t => t.Service == service).Select(t => t.Prefix).OfType<string>().Distinct()];
        var getsAll = (Services.Count() < 2 && Targets.All(t => t.Prefix == "/")) || (routes is ["/"] && HostsOf(service).Length > 0);
        return getsAll ? [] : routes;
    }

    /// <summary>The hosts that lead to a service behind it; none for those that lead nowhere else.</summary>
    public ImmutableArray<string> HostsOf(string service) => [.. Targets.Where(t => t.Service == service).Select(t => t.Host).OfType<string>().Distinct()];

    /// <summary>Whether requests to a service may come through it.</summary>
    public bool MayReach(string service) => !IsWhole || Targets.Any(t => t.Service == service);
}
