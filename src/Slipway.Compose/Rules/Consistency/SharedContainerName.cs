using Slipway.Compose.Projects;
using Slipway.Findings;

namespace Slipway.Compose.Rules.Consistency;

/// <summary>Two services whose containers are to have one name.</summary>
internal sealed class SharedContainerName() : ComposeRule(new(
    "SLC212",
    Severity.Error,
    "Give each container a name of its own",
    "Only one of them gets the name; the other one isn't created.",
    "only their author knows which of them is to have it"))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        var taken = new Dictionary<string, ProjectService>(StringComparer.Ordinal);
        foreach (var service in context.Project.Services)
        {
            if (service.Text("container_name") is not { Length: > 0 } name || service.Get("container_name") is not { } place || taken.TryAdd(name, service))
            {
                continue;
            }

            if (SharedHostPort.MayRunTogether(taken[name], service))
            {
                yield return At(place, $"the container of {service.Name} is called {name}, and so is that of {taken[name].Name}");
            }
        }
    }
}
