using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Proxies;

/// <summary>Removes containers that served in a proxy's place and don't any more, as soon as their last connections have ended.</summary>
/// <param name="Containers">Their names; some may be gone by themselves.</param>
public sealed record EndSuccessorsStep(IReadOnlyList<string> Containers) : Step
{
    /// <inheritdoc/>
    public override string Command => $"remove, once their connections have ended: {string.Join(' ', Containers)}";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Ends => Containers;

    /// <summary>The step for all that nobody needs once the plan has been carried out.</summary>
    internal static IEnumerable<Step> For(PlanningContext context)
    {
        var kept = context.Layout.Gateways.Select(context.Environment.Next).ToHashSet(StringComparer.Ordinal);
        var others = context.Observation.Successors.Select(s => s.Container.Name).Where(n => !kept.Contains(n)).Order(StringComparer.Ordinal).ToList();
        return others.Count == 0 ? [] :
        [
            new EndSuccessorsStep(others)
            {
                Purpose = "what served in the proxy's place",
                Timeout = context.Application.Settings.Services.Values.Select(s => s.Drain).DefaultIfEmpty(TimeSpan.Zero).Max() + TimeSpan.FromSeconds(15),
            },
        ];
    }
}
