namespace Slipway.Deployment.Planning.Changes;

/// <summary>What has to happen so that a service's image is on the engine.</summary>
public enum ImageAction
{
    /// <summary>It is there.</summary>
    None,

    /// <summary>It is built from the context on this machine.</summary>
    Build,

    /// <summary>It is pulled from its registry.</summary>
    Pull,
}
