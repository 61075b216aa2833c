using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Compose.Rules.Health;

/// <summary>A service that takes requests and never says whether it is well.</summary>
internal sealed class MissingHealthCheck() : ComposeRule(new(
    "SLC108",
    Severity.Warning,
    "Give what takes requests a health check",
    "Without one nobody knows when a new container can take over, so requests fail or a deployment waits too long, and one that hangs stays."))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            if (DeclaredCheck.Of(service) is { } check && (check.IsDisabled || check.Words.Length > 0))
            {
                continue;
            }

            if (DeclaredCheck.IsThere(service, context) == true || ServicePorts.Of(service, context).Count == 0)
            {
                continue;
            }

            var place = NewHealthCheck.PlaceFor(service);
            var (entries, reason) = NewHealthCheck.For(service, context);
            var fix = entries.IsEmpty ? Fix.Refused(reason) : Change(context, place, reason, ["healthcheck"], entries);
            yield return At(
                service.Definition.Document == place.Document ? service.Definition : place, $"{service.Name} listens on a port and has no health check", fix);
        }
    }
}
