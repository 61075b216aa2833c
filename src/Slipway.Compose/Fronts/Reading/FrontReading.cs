using System.Globalization;

namespace Slipway.Compose.Fronts.Reading;

/// <summary>What is found in the configuration of a front while it is read.</summary>
/// <param name="names">Knows the services behind it.</param>
internal sealed class FrontReading(ServiceNames names)
{
    private readonly Dictionary<string, string> _more = new(StringComparer.Ordinal);

    /// <summary>Knows the services behind it.</summary>
    public ServiceNames Names => names;

    /// <summary>Where it sends requests, in the order of its configuration.</summary>
    public List<FrontTarget> Targets { get; } = [];

    /// <summary>The services that it speaks something else than HTTP to, with what that is.</summary>
    public Dictionary<string, string> NotHttp { get; } = new(StringComparer.Ordinal);

    /// <summary>The host names that it serves.</summary>
    public List<FrontSite> Sites { get; } = [];

    /// <summary>What it does besides passing requests on, each with its first place, as the rest of a sentence.</summary>
    public IEnumerable<string> More => _more.Select(m => m.Value.Length == 0 ? m.Key : $"{m.Key} ({m.Value})");

    /// <summary>Whether all of it has been read.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Notes something that it does besides passing requests on.</summary>
    public void Does(string what, FrontFile file, int line) =>
        _more.TryAdd(what, string.Create(CultureInfo.InvariantCulture, $"{file.Shown}:{line}"));

    /// <summary>Notes something of the front as a whole.</summary>
    public void Does(string what) => _more.TryAdd(what, "");

    /// <summary>Notes what can't be read, so that anything may be in it.</summary>
    public void Misses(string what, FrontFile? file = null, int line = 0)
    {
        IsWhole = false;
        _more.TryAdd(what, file is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{file.Shown}:{line}"));
    }

    /// <summary>Notes where requests go, when that is a service.</summary>
    /// <param name="asked">The hosts that users ask for; none for those that lead nowhere else.</param>
    /// <returns>Whether it is one.</returns>
    public bool Reaches(string host, int port, string? prefix = null, IReadOnlyList<string>? asked = null)
    {
        if (names.Find(host) is not { } service)
        {
            return false;
        }

        Targets.AddRange((asked ?? []).Select(string? (a) => a).DefaultIfEmpty(null).Select(a => new FrontTarget(service, port, prefix, a)));
        return true;
    }

    /// <summary>Notes that something else than HTTP is spoken, when it is to a service.</summary>
    /// <returns>Whether it is one.</returns>
    public bool Speaks(string protocol, string host)
    {
        if (names.Find(host) is not { } service)
        {
            return false;
        }

        NotHttp.TryAdd(service, protocol);
        return true;
    }
}
