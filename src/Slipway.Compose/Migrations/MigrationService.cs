using System.Collections.Immutable;
using Slipway.Compose.Editing;
using Slipway.Compose.Projects;
using Slipway.Compose.Rules;
using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Migrations;

/// <summary>
/// Moves a migration out of a service's start into a service of its own, which runs once, behind the profile
/// <c>migration</c>, and which the service waits for when the profile is on.
/// </summary>
internal sealed class MigrationService(ComposeLintContext context, ProjectService service, MigrationSplit split)
{
    private const string UsualName = "migrate";

    /// <summary>What a migration needs of the service: its files, its settings and its way to the database.</summary>
    private static readonly string[] Needed =
    [
        "image", "build", "platform", "entrypoint", "user", "working_dir", "environment", "env_file", "volumes", "configs", "secrets", "networks", "extra_hosts", "dns", "depends_on",
    ];

    /// <summary>The fix, or why it can't be made.</summary>
    public Fix Fix()
    {
        var document = service.Definition.Document;
        var (start, isEntrypoint) = (service.Get("command"), service.Get("entrypoint") is not null);
        if (isEntrypoint) return Slipway.Findings.Fixes.Fix.Refused("the entrypoint has to be changed as well, which may mean more than that");
        if (start is not null && start.Document != document) return Slipway.Findings.Fixes.Fix.Refused($"{start.Document.Source.Path} says how {service.Name} starts");
        if (service.All("depends_on").Any(holder => holder.Document != document)) return Slipway.Findings.Fixes.Fix.Refused("several files say what it waits for");

        var name = Existing() ?? Unused();
        var after = document.Source;
        foreach (var change in Changes(name, isNew: Existing() is null))
        {
            var (edited, refusal) = Apply(after, change);
            if (edited is null) return Slipway.Findings.Fixes.Fix.Refused(refusal);

            after = edited;
        }

        return Slipway.Findings.Fixes.Fix.Of(
            $"{name} migrates once, with `docker compose --profile migration up`; {service.Name} waits for it then and no longer migrates itself",
            Difference(document.Source.Text, after.Text));
    }

    private IEnumerable<ComposeChange> Changes(string name, bool isNew)
    {
        if (isNew) yield return ComposeChange.Set(["services"], name, Job());

        yield return ComposeChange.Set(service.Path, "command", NewValue.Words(split.Start));

        var wait = NewValue.Map(new("condition", NewValue.Word("service_completed_successfully")), new("required", NewValue.Plain("false")));
        yield return service.Get("depends_on") is { Value.IsList: true } list
            ? ComposeChange.Set(service.Path, "depends_on", NewValue.Map([.. list.Value.Items.Select(item => item.Text).OfType<string>().Select(Started), new(name, wait)]))
            : ComposeChange.Set([.. service.Path, "depends_on"], name, wait);
    }

    private static NewEntry Started(string name) => new(name, NewValue.Map(new NewEntry("condition", NewValue.Word("service_started"))));

    private NewValue Job()
    {
        var entries = ImmutableArray.CreateBuilder<NewEntry>();
        foreach (var key in Needed)
        {
            // One image for both: with a name it is built by the service alone.
            if (service.Get(key) is not { } value || (key == "build" && service.Get("image") is not null)) continue;

            entries.Add(new(key, AliasOf(value) ?? NewValue.CopyOf(value.Value) ?? throw new EditRefusedException($"{key} has a tag that can't be copied")));
        }

        entries.Add(new("command", NewValue.Words(split.Migration)));
        entries.Add(new("profiles", NewValue.Words(["migration"])));
        entries.Add(new("restart", NewValue.Text("no")));
        return NewValue.Map(entries.ToImmutable());
    }

    /// <summary>An alias stays one, so that the two services go on to share it.</summary>
    private static NewValue? AliasOf(PlacedValue value) =>
        value.Entry.Source.Value is SourceAlias alias && value.Document.Source.Text.Split($"&{alias.Name}").Length == 2 ? NewValue.Alias(alias.Name) : null;

    private string? Existing() => context.Project.Services.FirstOrDefault(other => other != service && Words(other) is { } words && words.SequenceEqual(split.Migration))?.Name;

    private string Unused() => context.Project.Find(UsualName) is null ? UsualName : $"{service.Name}-{UsualName}";

    /// <summary>A service's command, word by word; null without one.</summary>
    public static ImmutableArray<string>? Words(ProjectService service) => service.Get("command")?.Value switch
    {
        { IsList: true } list => [.. list.Items.Select(item => item.Text ?? "")],
        { Text: { } text } => CommandWords.Split(text),
        _ => null,
    };

    private static (SourceText? Edited, string Refusal) Apply(SourceText source, ComposeChange change)
    {
        var edit = new ComposeEditor(ComposeDocument.Read(source).Document!).Make(change, Sharing.Split);
        if (edit.Refusal is not null) return (null, $"it can't be written there: {edit.Refusal}");
        if (edit.Edits.IsEmpty) return (source, "");

        var edits = new EditSet();
        edits.TryAdd(Slipway.Findings.Fixes.Fix.Of("", edit.Edits.AsSpan()));
        return (edits.Apply(source), "");
    }

    /// <summary>One edit from the first to the last character that differs.</summary>
    private static TextEdit Difference(string before, string after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start]) start++;

        var end = 0;
        while (end < before.Length - start && end < after.Length - start && before[^(end + 1)] == after[^(end + 1)]) end++;

        return new(TextSpan.Between(start, before.Length - end), after[start..^end]);
    }
}
