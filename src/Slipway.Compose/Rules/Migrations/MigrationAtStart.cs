using System.Collections.Immutable;
using Slipway.Compose.Editing;
using Slipway.Compose.Migrations;
using Slipway.Compose.Projects;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Compose.Rules.Migrations;

/// <summary>A service that migrates the database whenever it starts.</summary>
internal sealed class MigrationAtStart() : ComposeRule(new(
    "SLC301",
    Severity.Warning,
    "Migrate in a service of its own, once for each release",
    "At the start of a service the migration runs while nobody is served, again at every restart, and in all replicas at once; when it fails, so does the start."))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            if (StartOf(service, context) is not { } start || context.Around.SplitStart(start) is not { } split) continue;

            yield return At(
                service.Get("command") ?? service.Definition,
                $"{string.Join(' ', split.Migration)} migrates the database at every start ({split.Tool})",
                FixOf(context, service, split));
        }
    }

    private static Fix FixOf(ComposeLintContext context, ProjectService service, MigrationSplit split)
    {
        try
        {
            return new MigrationService(context, service, split).Fix();
        }
        catch (EditRefusedException refusal)
        {
            return Fix.Refused(refusal.Message);
        }
    }

    /// <summary>The words that start a service; null when nobody knows them all.</summary>
    private static ImmutableArray<string>? StartOf(ProjectService service, ComposeLintContext context)
    {
        if (service.Get("command") is null) return context.ImageOf(service)?.Start is { Length: > 0 } start ? start : null;

        // With variables nobody knows where one word ends.
        return MigrationService.Words(service) is { Length: > 0 } own && !own.Any(word => word.Contains('$', StringComparison.Ordinal)) ? own : null;
    }
}
