using System.Collections.Immutable;
using Slipway.Compose.Editing;
using Slipway.Compose.Projects;
using Slipway.Compose.Rules.Health;
using Slipway.Compose.Text;

namespace Slipway.Compose.Rules.Migrations;

/// <summary>The service that migrates for another one.</summary>
internal sealed class MigrationJob(ComposeLintContext context, ProjectService service, MigrationStart start)
{
    /// <summary>What a migration needs of the service: its files, its settings and its way to the database.</summary>
    private static readonly string[] Needed =
    [
        "image", "build", "platform", "entrypoint", "user", "working_dir", "environment", "env_file", "volumes", "configs", "secrets", "networks",
        "extra_hosts", "dns", "depends_on",
    ];

    /// <summary>What the service waits for and could tell when it is ready, but doesn't yet: a migration is not tried again until it is.</summary>
    public static string? Unready(ProjectService service, ComposeLintContext context) =>
        Dependencies(service)
            .Select(d => context.Project.Find(d.Name))
            .OfType<ProjectService>()
            .FirstOrDefault(
                other => !HasCheck(other, context)
                    && DeclaredCheck.Of(other) is null
                    && KnownImage.Of(other.Text("image")) is not null
                    && !NewHealthCheck.For(other, context).Entries.IsEmpty)?.Name;

    /// <summary>The definition of the job.</summary>
    /// <exception cref="EditRefusedException">Something of the service can't be copied.</exception>
    public NewValue Value()
    {
        var entries = ImmutableArray.CreateBuilder<NewEntry>();
        foreach (var key in Needed.Where(k => k != start.Key))
        {
            // One image for both: with a name it is built by the service alone.
            if (service.Get(key) is not { } value || (key == "build" && service.Get("image") is not null))
            {
                continue;
            }

            entries.Add(new(key, key == "depends_on" ? Waiting() : Copy(key, value)));
        }

        entries.Add(new(start.Key, NewValue.Words(start.Split.Migration)));
        entries.Add(new("profiles", NewValue.Words(["migration"])));
        entries.Add(new("restart", NewValue.Text("no")));
        return NewValue.Map(entries.ToImmutable());
    }

    /// <summary>The value as all files together say it, its variables not filled in.</summary>
    private NewValue Copy(string key, PlacedValue value)
    {
        var all = service.All(key).ToList();
        if (all.Count > 1 && key == "environment")
        {
            return NewValue.Map([.. all.SelectMany(h => Variables(h.Value)).DistinctBy(v => v.Key)]);
        }

        if (all.Count > 1 && (value.Value.IsMap || value.Value.IsList))
        {
            throw new EditRefusedException($"its {key} is put together from several places");
        }

        if (value.File.Folder != service.Definition.File.Folder && key is "build" or "env_file" or "volumes")
        {
            throw new EditRefusedException($"the paths of its {key} start from the folder of {value.Document.Source.Path}");
        }

        return (value.Document == service.Definition.Document ? AliasOf(value) : null)
            ?? NewValue.CopyOf(value.Value)
            ?? throw new EditRefusedException($"its {key} has a tag that can't be copied");
    }

    private static IEnumerable<NewEntry> Variables(ComposeValue environment) =>
        environment.Entries.Select(e => new NewEntry(e.Key, NewValue.CopyOf(e.Value) ?? NewValue.Plain("null")))
            .Concat(environment.Items
                .Select(i => (i.Text ?? "").Split('=', 2))
                .Select(p => new NewEntry(p[0], NewValue.Plain(p.Length == 2 ? YamlScalar.Quoted(p[1]) : "null"))));

    private NewValue Waiting() =>
        NewValue.Map([.. Dependencies(service).Select(d => new NewEntry(d.Name, NewValue.Map(new NewEntry("condition", NewValue.Word(ConditionOf(d))))))]);

    private string ConditionOf((string Name, string Condition) dependency) =>
        dependency.Condition == "service_started" && context.Project.Find(dependency.Name) is { } other && HasCheck(other, context)
            ? "service_healthy"
            : dependency.Condition;

    private static bool HasCheck(ProjectService other, ComposeLintContext context) => DeclaredCheck.IsThere(other, context) == true;

    private static IEnumerable<(string Name, string Condition)> Dependencies(ProjectService service) =>
        service.All("depends_on").SelectMany(holder => holder.Value.Items.Select(i => (Name: i.Text ?? "", Condition: "service_started"))
            .Concat(holder.Value.Entries.Select(e => (Name: e.Key, Condition: e.Value.Get("condition")?.Text ?? "service_started")))).DistinctBy(d => d.Name);

    /// <summary>An alias stays one, so that the two services go on to share it.</summary>
    private static NewValue? AliasOf(PlacedValue value) =>
        value.Entry.Source.Value is SourceAlias alias && value.Document.Source.Text.Split($"&{alias.Name}").Length == 2 ? NewValue.Alias(alias.Name) : null;
}
