using Slipway.Compose.Editing;
using Slipway.Compose.Projects;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Compose.Rules.Migrations;

/// <summary>A service that migrates the database whenever it starts.</summary>
internal sealed class MigrationAtStart() : ComposeRule(new(
    "SLC301",
    Severity.Warning,
    "Migrate in a service of its own, once for each release",
    "At the start of a service the migration runs while nobody is served, again at every restart, and in all replicas at once; when it fails, so does the "
        + "start."))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            if (MigrationStart.Of(service, context) is not { } start)
            {
                continue;
            }

            yield return At(
                start.Place ?? service.Definition,
                $"{string.Join(' ', start.Split.Migration)} migrates the database at every start ({start.Split.Tool})",
                FixOf(context, service, start));
        }
    }

    private static Fix FixOf(ComposeLintContext context, ProjectService service, MigrationStart start)
    {
        try
        {
            return new MigrationService(context, service, start).Fix();
        }
        catch (EditRefusedException refusal)
        {
            return Fix.Refused(refusal.Message);
        }
    }
}
