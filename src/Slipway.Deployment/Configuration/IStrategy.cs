namespace Slipway.Deployment.Configuration;

/// <summary>
/// How a new version of a service takes the place of the old one: what everybody has to know of it. What it does is known to the
/// strategies alone, which are listed in one place.
/// </summary>
public interface IStrategy
{
    /// <summary>Its name in slipway.yaml, such as <c>blue-green</c>.</summary>
    string Name { get; }

    /// <summary>Whether the service has two slots, of which one serves.</summary>
    bool HasSlots { get; }

    /// <summary>Whether users reach the service through the proxy, which decides on the slot. Such a service has a port.</summary>
    bool IsBehindProxy { get; }

    /// <summary>Whether the service has replicas that are replaced in place.</summary>
    bool HasReplicas { get; }

    /// <summary>Whether the service runs to its end, once for each release and before what the release starts.</summary>
    bool RunsOnce { get; }

    /// <summary>Whether the service is data, which no release replaces.</summary>
    bool HoldsData { get; }
}
