namespace Slipway.Deployment.Planning.Gateways;

/// <summary>What happens with a proxy.</summary>
public enum GatewayAction
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is created or started.</summary>
    Start,

    /// <summary>It was paused and goes on.</summary>
    Unpause,

    /// <summary>It runs and takes a new configuration, which interrupts nothing.</summary>
    Update,

    /// <summary>It runs, and a container of another image takes its place, which interrupts nothing.</summary>
    HandOver,

    /// <summary>It runs, can't be driven as it is, and is not made anew without consent: the deployment is refused.</summary>
    Refused,

    /// <summary>It runs and its container is made anew, which interrupts traffic for a second or more.</summary>
    Replace,
}
