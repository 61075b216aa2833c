namespace Slipway.Deployment.Planning.Gateways;

/// <summary>What a deployment does around the slots.</summary>
/// <param name="Start">Stateful services that do not run and are started.</param>
/// <param name="Replace">Stateful services whose definition changed and whose replacement the user consented to.</param>
/// <param name="LeftAlone">Stateful services whose definition changed, which are left alone without consent.</param>
/// <param name="Gateways">What happens with each proxy.</param>
/// <param name="IsTakeOver">Whether containers that no proxy leads to serve until the new slots are ready.</param>
/// <param name="TellsFront">Whether the user's own front has to look up names again, or to be started, once the proxies have them.</param>
/// <param name="RaisesAtSwitch">Whether proxies are started and replaced only when the new slots are ready, because others serve until then.</param>
public sealed record EnvironmentChange(
    IReadOnlyList<string> Start,
    IReadOnlyList<string> Replace,
    IReadOnlyList<string> LeftAlone,
    IReadOnlyList<GatewayChange> Gateways,
    bool IsTakeOver,
    bool TellsFront,
    bool RaisesAtSwitch)
{
    /// <summary>Nothing.</summary>
    public static EnvironmentChange None { get; } = new([], [], [], [], false, false, false);

    /// <summary>The file by which a Traefik is told where the services are; null when there is none.</summary>
    public LeadingFile? Leading { get; init; }

    /// <summary>The networks that stateful services come back onto.</summary>
    public IReadOnlyList<NetworkJoin> Joins { get; init; } = [];

    /// <summary>The proxies whose containers are created, started or made anew.</summary>
    public IEnumerable<GatewayChange> Raised => Gateways.Where(g => g.Action is GatewayAction.Start or GatewayAction.Replace);

    /// <summary>The proxies that were paused.</summary>
    public IEnumerable<GatewayChange> Paused => Gateways.Where(g => g.Action == GatewayAction.Unpause);

    /// <summary>The proxies that take a new configuration.</summary>
    public IEnumerable<GatewayChange> Updated => Gateways.Where(g => g.Action == GatewayAction.Update);

    /// <summary>The proxies whose place another container takes.</summary>
    public IEnumerable<GatewayChange> HandedOver => Gateways.Where(g => g.Action == GatewayAction.HandOver);

    /// <summary>The container that serves for a proxy once all that is done.</summary>
    public string Next(Gateway gateway) => Gateways.FirstOrDefault(g => g.Gateway == gateway)?.Next ?? gateway.Serving;

    /// <summary>Whether anything happens.</summary>
    public bool ChangesAnything => Start.Count + Replace.Count + Joins.Count > 0 || TellsFront || Leading is { IsChanged: true }
        || Gateways.Any(g => g.Action != GatewayAction.None);
}
