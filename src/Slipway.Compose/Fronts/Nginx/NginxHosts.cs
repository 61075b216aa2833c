namespace Slipway.Compose.Fronts.Nginx;

/// <summary>Which hosts lead to which server, when nothing but the host decides.</summary>
/// <param name="Default">The server of all hosts that are no other's; null when there is only one.</param>
internal sealed record NginxHosts(NginxServer? Default)
{
    /// <summary>There is only one server.</summary>
    public static NginxHosts None { get; } = new((NginxServer?)null);

    /// <summary>The hosts of several servers of one port, each with names of its own; null when more than that decides.</summary>
    /// <param name="servers">In the order of the configuration: nginx takes the first for the default unless one says that it is.</param>
    /// <param name="isHost">Knows names.</param>
    public static NginxHosts? Of(IReadOnlyList<NginxServer> servers, Predicate<string> isHost)
    {
        var first = servers.FirstOrDefault(s => s.IsDefault) ?? servers[0];
        var named = servers.Where(s => s != first).ToList();
        var names = named.SelectMany(s => s.Names).Select(n => n.ToLowerInvariant()).ToList();
        return servers.Select(s => s.Ports.Select(p => p.Port).DefaultIfEmpty(80).Distinct().Order()).DistinctBy(p => string.Join(' ', p)).Count() == 1
            && servers.Count(s => s.IsDefault) < 2
            && named.TrueForAll(s => s.Names.Count > 0)
            && names.TrueForAll(n => isHost(n.StartsWith("*.", StringComparison.Ordinal) ? n[2..] : n))
            && names.Distinct().Count() == names.Count
            ? new(first)
            : null;
    }

    /// <summary>The hosts of a server; none for the default.</summary>
    public IReadOnlyList<string> NamesOf(NginxServer server) => Default is null || server == Default ? [] : [.. server.Names.Select(n => n.ToLowerInvariant())];
}
