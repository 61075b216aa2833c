using Slipway.Deployment.Observation;
using Slipway.Engine;

namespace Slipway.Deployment.Migrations;

/// <summary>Whether code can live with the schema that the database has. Pure.</summary>
internal static class SchemaCompatibility
{
    /// <summary>Finds the reason why a release can't go back to work.</summary>
    /// <param name="observation">What was observed.</param>
    /// <param name="candidate">The labels of the release that would serve.</param>
    /// <param name="serving">The labels of the release that serves.</param>
    /// <param name="name">The candidate's name.</param>
    /// <returns>The reason; null when nothing forbids it.</returns>
    public static string? Refusal(
        ObservedState observation, IReadOnlyDictionary<string, string> candidate, IReadOnlyDictionary<string, string> serving, string name)
    {
        if (observation.Schema is { Revisions: null } unknown && unknown != SchemaObservation.SameForAll)
        {
            return $"whether {name} can live with the schema can't be known: {unknown.WhyUnknown}";
        }

        var known = candidate.GetValueOrDefault(Labels.SchemaChain, string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries);
        var applied = observation.Schema.Revisions ?? [.. new[] { serving.GetValueOrDefault(Labels.Schema) }.OfType<string>()];
        foreach (var revision in applied.Where(r => !known.Contains(r)))
        {
            var release = observation.Containers.Select(c => c.Labels)
                .Concat(observation.Images.Values.Select(i => i.Labels))
                .FirstOrDefault(l => l.GetValueOrDefault(Labels.Schema) == revision);
            if (release is null)
            {
                return $"the database is at revision {revision}, which neither {name} nor any release on the engine knows";
            }

            if (release.GetValueOrDefault(Labels.SchemaFloor) is { Length: > 0 } floor && !known.Contains(floor))
            {
                var schema = candidate.GetValueOrDefault(Labels.Schema, "none");
                return $"the database is at revision {revision}, and revision {floor} took away what {name} (revision {schema}) uses";
            }
        }

        return null;
    }
}
