namespace Slipway.Deployment.Observation;

/// <summary>One image of the engine.</summary>
/// <param name="Id">Its identifier, such as <c>sha256:...</c>.</param>
/// <param name="Tags">Its names.</param>
/// <param name="Digests">Its names in registries, with digest.</param>
/// <param name="Created">When it was built.</param>
public sealed record ImageObservation(
    string Id,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Digests,
    IReadOnlyDictionary<string, string> Labels,
    DateTimeOffset Created);
