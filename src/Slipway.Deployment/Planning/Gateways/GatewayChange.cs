
namespace Slipway.Deployment.Planning.Gateways;

/// <summary>What a deployment does with a proxy.</summary>
/// <param name="Gateway">The proxy.</param>
/// <param name="Action">What happens.</param>
/// <param name="Reason">Why, in a few words.</param>
/// <param name="IsLeftAlone">Whether its container ought to be made anew, and is left alone without consent.</param>
public sealed record GatewayChange(Gateway Gateway, GatewayAction Action, string Reason, bool IsLeftAlone = false)
{
    /// <summary>The mark of the container that is to take its place, for <see cref="GatewayAction.HandOver"/> only.</summary>
    public char? Seat { get; init; }

    /// <summary>Whether it runs another configuration than it should, so that its own container needs that before another one takes its place.</summary>
    public bool IsOutdated { get; init; }

    /// <summary>The container that serves once that is done.</summary>
    public string Next => Seat is { } seat ? Gateway.NameOf(seat)
        : Action is GatewayAction.Start or GatewayAction.Replace ? Gateway.Container : Gateway.Serving;
}
