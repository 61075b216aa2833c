using Slipway.Compose.Editing;
using Slipway.Compose.Projects;
using Slipway.Compose.Roles;
using Slipway.Compose.Rules.Health;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Compose.Rules.Consistency;

/// <summary>A service that stays down when it falls.</summary>
internal sealed class MissingRestart() : ComposeRule(new(
    "SLC204",
    Severity.Warning,
    "Say what happens when a service ends",
    "Without a restart policy a service that crashes stays down, and so does everything after a restart of the machine."))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            if (service.Get("restart") is not null || service.Get("deploy", "restart_policy") is not null || RunsOnce(service, context))
            {
                continue;
            }

            // What listens on a port is meant to stay.
            var fix = ServicePorts.Of(service, context).Count > 0
                ? Change(context, service.Definition, "starts it again unless somebody has stopped it", [], ("restart", NewValue.Word("unless-stopped")))
                : Fix.Refused("it listens on no port that is known, so it may be meant to end");
            yield return At(service.Definition, $"{service.Name} has no restart policy", fix);
        }
    }

    private static IEnumerable<string> WordsOf(ProjectService service, string key) => service.Get(key)?.Value is not { } value ? []
        : value.IsList ? value.Items.Select(i => i.Text ?? "")
        : [value.Text ?? ""];

    private static bool RunsOnce(ProjectService service, ComposeLintContext context) =>
        service.Get("profiles") is not null
        || JobSigns.Ends(WordsOf(service, "entrypoint").Concat(WordsOf(service, "command")))
        || context.Project.Services.Any(o => o.Text("depends_on", service.Name, "condition") == "service_completed_successfully");
}
