using Slipway.Compose.Projects;
using Slipway.Findings;

namespace Slipway.Compose.Rules.Consistency;

/// <summary>Services that wait for each other.</summary>
internal sealed class DependencyCycle() : ComposeRule(new(
    "SLC208",
    Severity.Error,
    "Let no service wait for itself",
    "Compose refuses services that wait for each other in a circle.",
    "only their author knows which of them can start first"))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var service in context.Project.Services)
        {
            if (seen.Contains(service.Name) || Circle(service, context.Project) is not { } circle || circle.Any(seen.Contains))
            {
                continue;
            }

            seen.UnionWith(circle);
            if (service.Get("depends_on") is { } place)
            {
                yield return At(place, $"{string.Join(" waits for ", [.. circle, circle[0]])}");
            }
        }
    }

    /// <summary>The shortest way from a service back to itself.</summary>
    private static List<string>? Circle(ProjectService start, ComposeProject project)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var next = new Queue<ProjectService>([start]);
        while (next.TryDequeue(out var service))
        {
            foreach (var name in Dependencies(service))
            {
                if (name == start.Name)
                {
                    return Way(service.Name, start.Name, cameFrom);
                }

                if (project.Find(name) is { } other && cameFrom.TryAdd(name, service.Name))
                {
                    next.Enqueue(other);
                }
            }
        }

        return null;
    }

    private static List<string> Way(string last, string first, Dictionary<string, string> cameFrom)
    {
        var way = new List<string>();
        for (var name = last; name != first; name = cameFrom[name])
        {
            way.Insert(0, name);
        }

        return [first, .. way];
    }

    private static IEnumerable<string> Dependencies(ProjectService service) =>
        service.All("depends_on").SelectMany(h => h.Value.Items.Select(i => i.Text).OfType<string>().Concat(h.Value.Entries.Select(e => e.Key)));
}
