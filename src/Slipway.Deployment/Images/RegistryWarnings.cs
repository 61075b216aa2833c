using Slipway.Deployment.Planning;

namespace Slipway.Deployment.Images;

/// <summary>Says which images may have changed without anybody being able to tell.</summary>
internal static class RegistryWarnings
{
    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Of(PlanningContext context) => context.Observation.Registries
        .Where(r => r.Value.Problem is not null)
        .OrderBy(r => r.Key, StringComparer.Ordinal)
        .Select(r => $"whether {r.Key} points to another image is not known, the registry can't be asked: {r.Value.Problem}");
}
