using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Compose.Rules.Health;

/// <summary>Waiting for a service to be healthy that never says so.</summary>
internal sealed class UnhealthyForever() : ComposeRule(new(
    "SLC104",
    Severity.Error,
    "Wait for healthy only where a health check tells",
    "Compose waits for a health that is never told, and the start fails."))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            foreach (var (holder, entry) in service.Entries("depends_on"))
            {
                if (entry.Value.Get("condition")?.Text != "service_healthy" || context.Project.Find(entry.Key) is not { } target)
                {
                    continue;
                }

                if (DeclaredCheck.IsThere(target, context) is not (false or null) || DeclaredCheck.Of(target) is { IsDisabled: false, Words.Length: > 0 })
                {
                    continue;
                }

                var isKnown = DeclaredCheck.IsThere(target, context) == false;
                yield return At(
                    holder.Document,
                    entry.Source.Key,
                    isKnown ? $"{entry.Key} has no health check" : $"{entry.Key} has no health check in the compose file, and its image may have none",
                    FixOf(target, holder.Document, context)) with
                { Severity = isKnown ? Severity.Error : Severity.Warning };
            }
        }
    }

    private static Fix FixOf(Projects.ProjectService target, Editing.ComposeDocument document, ComposeLintContext context)
    {
        if (DeclaredCheck.Of(target) is { IsDisabled: true })
        {
            return Fix.Refused("somebody has switched it off and has to say whether to wait or not");
        }

        var (entries, reason) = NewHealthCheck.For(target, context);
        if (entries.IsEmpty)
        {
            return Fix.Refused(reason);
        }

        var place = NewHealthCheck.PlaceFor(target);
        return place.Document == document
            ? Change(context, place, $"gives {target.Name} a check that {reason}", ["healthcheck"], entries)
            : Fix.Refused($"it has to be given to {target.Name} in {place.Document.Source.Path}");
    }
}
