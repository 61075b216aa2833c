using System.Collections.Immutable;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Proxies;

/// <summary>Lets a container of another image serve in a proxy's place, or the one serve again that did before this run.</summary>
/// <param name="ProxyContainer">The proxy's own container, which stays.</param>
/// <param name="Container">The one that is to serve in its place.</param>
/// <param name="Image">The image of that one.</param>
/// <param name="IsUndo">Whether it gives the place back.</param>
public sealed record HandOverStep(string ProxyContainer, string Container, string Image, bool IsUndo) : Step
{
    /// <summary>The entrypoint; null for the image's own.</summary>
    public ImmutableArray<string>? Entrypoint { get; init; }

    /// <summary>The command; null for the image's own.</summary>
    public ImmutableArray<string>? Words { get; init; }

    /// <inheritdoc/>
    public override string Command => IsUndo
        ? $"end {Container}, and let serve what served before"
        : $"let {Container} of {Image} serve in the place of {ProxyContainer}";

    /// <summary>The steps for all proxies that need it.</summary>
    internal static IEnumerable<Step> For(PlanningContext context)
    {
        foreach (var change in context.Environment.HandedOver)
        {
            // It stands behind the other one, and must know what that knows.
            if (change.IsOutdated)
            {
                yield return UpdateProxyStep.OfStandIn(change.Gateway, isUndo: false);
            }

            yield return Of(context, change, isUndo: false);
        }
    }

    /// <summary>The steps back.</summary>
    internal static IEnumerable<Step> Undo(PlanningContext context) => context.Environment.HandedOver.SelectMany(change => change.IsOutdated
        ? [Of(context, change, isUndo: true), UpdateProxyStep.OfStandIn(change.Gateway, isUndo: true)]
        : new Step[] { Of(context, change, isUndo: true) });

    private static HandOverStep Of(PlanningContext context, GatewayChange change, bool isUndo)
    {
        var own = context.Application.Compose.Find(change.Gateway.Service);
        var command = context.Layout.Proxy!.Command(change.Gateway.PlanOf(change.Next));
        return new HandOverStep(change.Gateway.Container, change.Next, change.Gateway.Image!, isUndo)
        {
            Entrypoint = command is null ? own?.Entrypoint : null,
            Words = command is null ? own?.Command : [.. command],
            Purpose = "the proxy's image",
            Timeout = TimeSpan.FromMinutes(1),
        };
    }
}
