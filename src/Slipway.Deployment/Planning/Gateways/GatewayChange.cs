
namespace Slipway.Deployment.Planning.Gateways;

/// <summary>What a deployment does with a proxy.</summary>
/// <param name="Gateway">The proxy.</param>
/// <param name="Action">What happens.</param>
/// <param name="Reason">Why, in a few words.</param>
/// <param name="IsLeftAlone">Whether its container ought to be made anew, and is left alone without consent.</param>
public sealed record GatewayChange(Gateway Gateway, GatewayAction Action, string Reason, bool IsLeftAlone = false);
