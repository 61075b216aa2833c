using System.Globalization;
using Slipway.Compose.Editing;
using Slipway.Compose.Rules.Health;
using Slipway.Compose.Text;
using Slipway.Findings;

namespace Slipway.Compose.Rules.Consistency;

/// <summary>A service that is killed before its requests are done.</summary>
internal sealed class ShortGrace() : ComposeRule(new(
    "SLC206",
    Severity.Warning,
    "Give a service the time to finish its requests",
    "After stop_grace_period, 10 s unless it is given, the engine kills the service in the middle of what it does."))
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            if (!context.Around.Drains.TryGetValue(service.Name, out var drain))
            {
                continue;
            }

            var given = service.Get("stop_grace_period");
            var grace = given is null ? Usual : ComposeDuration.Parse(service.Text("stop_grace_period"));
            if (grace is null || grace >= drain || ServicePorts.Of(service, context).Count == 0 || KnownImage.Of(service.Text("image")) is not null)
            {
                continue;
            }

            var place = given ?? service.Definition;
            yield return At(
                place,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{service.Name} is killed after {grace.Value.TotalSeconds:0.###} s, but its requests may take {drain.TotalSeconds:0.###} s"),
                Change(context, place, "waits as long as the drain", [], ("stop_grace_period", NewValue.Word(ComposeDuration.Write(drain)))));
        }
    }
}
