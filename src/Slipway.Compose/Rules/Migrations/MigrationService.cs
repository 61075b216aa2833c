using System.Text.RegularExpressions;
using Slipway.Compose.Editing;
using Slipway.Compose.Projects;
using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Rules.Migrations;

/// <summary>
/// Moves a migration out of a service's start into a service of its own, which runs once, behind the profile
/// <c>migration</c>, and which the service waits for when the profile is on.
/// </summary>
internal sealed partial class MigrationService(ComposeLintContext context, ProjectService service, MigrationStart start)
{
    private const string UsualName = "migrate";

    /// <summary>What may lead to a database elsewhere.</summary>
    private static readonly string[] Leading = ["depends_on", "env_file", "links", "secrets", "configs", "network_mode", "extends"];

    /// <summary>Whether the database may be a file in the container, of which a job would migrate one of its own.</summary>
    private string? MayBeFile()
    {
        var mounts = service.All("volumes").Any(v => v.Value.Items.Any(i => i.IsMap || i.Text?.Contains(':', StringComparison.Ordinal) == true));
        var values = service.Items("environment").Select(i => i.Text).ToList();
        return mounts ? null
            : values.Find(v => FileAddress().IsMatch(v)) is { } named
                ? $"{named.Split('=')[0]} names a file in the container, which a job of its own would not have"
            : values.Count == 0 && service.Get("build") is not null && !Leading.Any(k => service.Get(k) is not null)
                ? "nothing says that its database is elsewhere: a job of its own would not have one that is a file in the container"
            : null;
    }

    [GeneratedRegex(
        @"=(?:[a-z]+:)*(?:sqlite3?|file|h2:file|hsqldb:file)(?:\+\w+)?:(?!.*memory)|=.*Data ?Source=[^;]*\.(?:db3?|sqlite3?)", RegexOptions.IgnoreCase)]
    private static partial Regex FileAddress();

    /// <summary>The fix, or why it can't be made.</summary>
    public Fix Fix()
    {
        var place = service.Definition;
        if (start.Place is { } said && said.Document != place.Document)
        {
            return Refused($"{said.Document.Source.Path} says how {service.Name} starts");
        }

        if (service.All("depends_on").Any(h => h.Document != place.Document))
        {
            return Refused("several files say what it waits for");
        }

        if (start.Place is { } inherited && inherited.Service != place.Service)
        {
            return Refused($"{inherited.Service} says how {service.Name} starts");
        }

        if (MayBeFile() is { } file)
        {
            return Refused(file);
        }

        if (MigrationJob.Unready(service, context) is { } unready)
        {
            return Refused($"{unready} needs a health check first, so that the migration can wait for it");
        }

        var (job, mends) = (start.Job(context.Project, service), start.Place is null && context.ImageOf(service)!.MendsStart());
        var (name, after) = (job?.Name ?? Unused(), place.Document.Source);
        if (job is not null && WaitsFor(job.Name, service.Name, []))
        {
            return Refused($"{job.Name} migrates already, and waits for {service.Name} itself");
        }

        foreach (var change in Changes(name, isNew: job is null, mends))
        {
            var (edited, refusal) = Apply(after, change);
            if (edited is null)
            {
                return Refused(refusal);
            }

            after = edited;
        }

        return after.Text == place.Document.Source.Text
            ? Refused($"{name} migrates already; what is left is to take it out of the image's start")
            : Slipway.Findings.Fixes.Fix.Of(
                $"{name} migrates once, with `docker compose --profile migration up`; {service.Name} waits for it then and no longer migrates "
                    + $"itself{(mends ? ", since its Dockerfile is mended too" : "")}",
                Difference(place.Document.Source.Text, after.Text));
    }

    private bool WaitsFor(string name, string other, HashSet<string> seen) => seen.Add(name) && context.Project.Find(name) is { } found
        && found.All("depends_on").SelectMany(h => h.Value.Items.Select(i => i.Text ?? "").Concat(h.Value.Entries.Select(e => e.Key)))
            .Any(d => d == other || WaitsFor(d, other, seen));

    private static Fix Refused(string reason) => Slipway.Findings.Fixes.Fix.Refused(reason);

    private IEnumerable<ComposeChange> Changes(string name, bool isNew, bool mends)
    {
        if (isNew)
        {
            yield return ComposeChange.Set(["services"], name, new MigrationJob(context, service, start).Value());
        }

        if (!mends)
        {
            yield return ComposeChange.Set(service.Definition.Path(), start.Key, NewValue.Words(start.Split.Start));
        }

        var wait = NewValue.Map(new("condition", NewValue.Word("service_completed_successfully")), new("required", NewValue.Plain("false")));
        yield return service.Get("depends_on") is { Value.IsList: true } list
            ? ComposeChange.Set(
                service.Definition.Path(), "depends_on",
                NewValue.Map([.. list.Value.Items.Select(i => i.Text).OfType<string>().Where(o => o != name).Select(Started), new(name, wait)]))
            : ComposeChange.Set(service.Definition.Path("depends_on"), name, wait);
    }

    private static NewEntry Started(string name) => new(name, NewValue.Map(new NewEntry("condition", NewValue.Word("service_started"))));

    private string Unused() => context.Project.Find(UsualName) is null ? UsualName : $"{service.Name}-{UsualName}";

    private static (SourceText? Edited, string Refusal) Apply(SourceText source, ComposeChange change)
    {
        var edit = new ComposeEditor(ComposeDocument.Read(source).Document!).Make(change, Sharing.Split);
        if (edit.Refusal is not null)
        {
            return (null, $"it can't be written there: {edit.Refusal}");
        }

        if (edit.Edits.IsEmpty)
        {
            return (source, "");
        }

        var edits = new EditSet();
        edits.TryAdd(Slipway.Findings.Fixes.Fix.Of("", edit.Edits.AsSpan()));
        return (edits.Apply(source), "");
    }

    /// <summary>
    /// One edit of whole lines around all that differs, wide enough for every way to see the difference: lines that are alike let it
    /// slide, and what another fix of the same round inserts there would come into the wrong service. Where it ends nothing is
    /// inserted besides.
    /// </summary>
    private static TextEdit[] Difference(string before, string after)
    {
        var shorter = Math.Min(before.Length, after.Length);
        var (same, alike) = (0, 0);
        while (same < shorter && before[same] == after[same])
        {
            same++;
        }

        while (alike < shorter && before[^(alike + 1)] == after[^(alike + 1)])
        {
            alike++;
        }

        // Both count what they can share; the rest has to be in the edit, whichever of them takes it.
        var first = Math.Min(same, shorter - alike);
        var start = first == 0 ? 0 : before.LastIndexOf('\n', first - 1) + 1;
        var end = before.IndexOf('\n', Math.Max(same, before.Length - Math.Min(alike, shorter - same)));
        end = end < 0 ? before.Length : end + 1;
        return [new TextEdit(TextSpan.Between(start, end), after[start..(after.Length - (before.Length - end))]), TextEdit.Insert(end, "")];
    }
}
