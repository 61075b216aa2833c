using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Proxies;

/// <summary>Gives a running proxy a new configuration, or the one back that it had before this run.</summary>
/// <param name="ProxyContainer">The proxy's container, which stays.</param>
/// <param name="IsUndo">Whether it gets the earlier one back.</param>
public sealed record UpdateProxyStep(string ProxyContainer, bool IsUndo) : Step
{
    /// <inheritdoc/>
    public override string Command => IsUndo ? $"give {ProxyContainer} its earlier configuration back" : $"give {ProxyContainer} its new configuration";

    /// <summary>The steps for all proxies that need it.</summary>
    internal static IEnumerable<UpdateProxyStep> For(PlanningContext context, bool isUndo) =>
        context.Environment.Updated.Select(change => new UpdateProxyStep(change.Gateway.Container, isUndo)
        {
            Purpose = "the proxy's configuration",
            Timeout = TimeSpan.FromSeconds(30),
        });
}
