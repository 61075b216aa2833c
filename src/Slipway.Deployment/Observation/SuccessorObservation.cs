namespace Slipway.Deployment.Observation;

/// <summary>A container that was made to serve in a proxy's place.</summary>
/// <param name="Container">The container; its compose service is the proxy's.</param>
/// <param name="Proxy">The name of the proxy's container.</param>
/// <param name="Mark">The mark of its place.</param>
/// <param name="Joins">The identifier of the container whose network it shares.</param>
public sealed record SuccessorObservation(ContainerObservation Container, string Proxy, char Mark, string Joins);
