using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Proxies;

/// <summary>Gives a running proxy a new configuration, or the one back that it had before this run.</summary>
/// <param name="ProxyContainer">The proxy's container, or the one that serves in its place; it stays.</param>
/// <param name="IsUndo">Whether it gets the earlier one back.</param>
public sealed record UpdateProxyStep(string ProxyContainer, bool IsUndo) : Step
{
    /// <summary>The hosts for which it gets certificates; none without TLS.</summary>
    public IReadOnlyList<string> Certified { get; init; } = [];

    /// <summary>Whether another container answers in its place, so that it can't be asked what it has taken.</summary>
    public bool IsStandIn { get; init; }

    /// <inheritdoc/>
    public override string Command => IsUndo
        ? $"give {ProxyContainer} its earlier configuration back"
        : $"give {ProxyContainer} its new configuration{(Certified.Count > 0 ? $", with the certificates of {string.Join(", ", Certified)}" : "")}";

    /// <summary>The steps for all proxies that need it.</summary>
    internal static IEnumerable<UpdateProxyStep> For(PlanningContext context, bool isUndo) =>
        context.Environment.Updated.SelectMany(change => change.Gateway.Serving == change.Gateway.Container
            ? [Of(change.Gateway, change.Gateway.Container, isUndo)]
            : new[] { Of(change.Gateway, change.Gateway.Serving, isUndo), OfStandIn(change.Gateway, isUndo) });

    /// <summary>The step for a proxy's own container while another one serves in its place, or is about to.</summary>
    internal static UpdateProxyStep OfStandIn(Gateway gateway, bool isUndo) => Of(gateway, gateway.Container, isUndo) with { IsStandIn = true };

    private static UpdateProxyStep Of(Gateway gateway, string container, bool isUndo) => new(container, isUndo)
    {
        Certified = ProxyStart.NamesOf(gateway),
        Purpose = "the proxy's configuration",
        Timeout = TimeSpan.FromSeconds(30),
    };
}
