using Slipway.Findings;

namespace Slipway.Compose.Rules.Consistency;

/// <summary>A service that may take all memory.</summary>
internal sealed class MissingMemoryLimit() : ComposeRule(new(
    "SLC205",
    Severity.Info,
    "Limit the memory of each service",
    "Without a limit one service that leaks takes the memory of all others, and whether two slots fit at once can't be known before.",
    "how much it needs has to be measured"))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            if (service.Get("mem_limit") is null && service.Get("deploy", "resources", "limits", "memory") is null)
            {
                yield return At(service.Definition, $"{service.Name} has no memory limit");
            }
        }
    }
}
