using System.Collections.Immutable;
using Slipway.Compose.Editing;
using Slipway.Compose.Projects;
using Slipway.Compose.Surroundings;
using Slipway.Compose.Text;

namespace Slipway.Compose.Rules.Migrations;

/// <summary>Where a service migrates the database before it starts.</summary>
/// <param name="Split">The command, taken apart.</param>
/// <param name="Place">Where the compose files say it; null when the image does.</param>
/// <param name="IsEntrypoint">Whether it is the entrypoint, which takes no words.</param>
internal sealed record MigrationStart(MigrationSplit Split, PlacedValue? Place, bool IsEntrypoint)
{
    /// <summary>The key that says it.</summary>
    public string Key => IsEntrypoint ? "entrypoint" : "command";

    /// <summary>Takes the start of a service apart; null when it doesn't migrate or nobody knows.</summary>
    public static MigrationStart? Of(ProjectService service, ComposeLintContext context)
    {
        var (entrypoint, command) = (service.Get("entrypoint"), service.Get("command"));
        if (entrypoint is { Value.IsNull: false } && command is null && Split(Words(service, "entrypoint")) is { } own)
        {
            return new(own, entrypoint, true);
        }

        // What an entrypoint does with its words is for its authors to know.
        if (entrypoint is { Value.IsNull: false })
        {
            return null;
        }

        if (command is not null)
        {
            return Split(Words(service, "command")) is { } split ? new(split, command, false) : null;
        }

        if (context.ImageOf(service) is not { } image)
        {
            return null;
        }

        if (Split(image.Start) is { } start)
        {
            return new(start, null, false);
        }

        return image.Start.IsEmpty && Split(image.Entrypoint) is { } entry ? new(entry, null, true) : null;

        // With variables nobody knows where one word ends.
        MigrationSplit? Split(ImmutableArray<string>? words) =>
            words is { IsEmpty: false } known && !known.Any(w => w.Contains('$', StringComparison.Ordinal)) ? context.Around.SplitStart(known) : null;
    }

    /// <summary>What makes a migration that of one service: its program, and the database that it goes to.</summary>
    private static readonly string[] Deciding = ["image", "environment", "env_file", "secrets", "configs", "volumes", "working_dir"];

    /// <summary>The service that runs the migration alone for a service, if there is one.</summary>
    public ProjectService? Job(ComposeProject project, ProjectService service) => project.Services.FirstOrDefault(job =>
        (IsMigration(Words(job, "command")) || IsMigration(Words(job, "entrypoint"))) && Deciding.All(k => Text(job, k) == Text(service, k))
        && (job.Get("image") is not null || Text(job, "build") == Text(service, "build")));

    // All places together, whatever the order in which variables are written.
    private static string Text(ProjectService service, string key) =>
        string.Join('\n', service.All(key).SelectMany(v => Flat(v.Value)).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Flat(ComposeValue value) =>
        value.IsMap ? value.Entries.SelectMany(e => Flat(e.Value).DefaultIfEmpty("").Select(t => $"{e.Key}={t}"))
        : value.IsList ? value.Items.SelectMany(Flat)
        : [value.Text ?? ""];

    private bool IsMigration(ImmutableArray<string>? words) => words is { } known && known.SequenceEqual(Split.Migration);

    /// <summary>The words of a command; null without one.</summary>
    private static ImmutableArray<string>? Words(ProjectService service, string key) => service.Get(key)?.Value switch
    {
        { IsList: true } list => [.. list.Items.Select(i => i.Text ?? "")],
        { Text: { } text } => CommandWords.Split(text),
        _ => null,
    };
}
