using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Strategies;

/// <summary>Puts the steps of services side by side, except where one service waits for another.</summary>
internal static class SideBySide
{
    /// <summary>Arranges them.</summary>
    /// <param name="services">The services, each after those that it waits for.</param>
    /// <param name="rows">Gives the steps of a service: rows that run beside each other, each of steps one after the other.</param>
    /// <param name="joins">Whether the first runs beside what is before.</param>
    /// <returns>The steps.</returns>
    public static IEnumerable<Step> Of(
        PlanningContext context, IEnumerable<ServiceChange> services, Func<ServiceChange, IEnumerable<IReadOnlyList<Step>>> rows, bool joins = false)
    {
        var beside = new List<ServiceChange>();
        foreach (var service in services)
        {
            if (beside.Exists(o => context.Application.WaitsFor(service.Name, o.Name)))
            {
                beside.Clear();
                joins = false;
            }

            foreach (var row in rows(service).Where(r => r.Count > 0))
            {
                yield return row[0] with { Parallel = joins };
                foreach (var step in row.Skip(1))
                {
                    yield return step with { Then = true };
                }

                joins = true;
            }

            beside.Add(service);
        }
    }
}
