using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Slipway.Compose.Fronts;
using Slipway.Compose.Services;
using Slipway.Compose.Surroundings;
using Slipway.Compose.Text;

namespace Slipway.Compose.Drafts;

/// <summary>Writes a slipway.yaml with a comment for each guess.</summary>
internal sealed class DraftWriter(ComposeModel model, ApplicationFacts facts, Front? front, ImmutableArray<ServiceGuess> guesses)
{
    private const int WidestSettings = 72;
    private const int MostDeeds = 12;

    private readonly List<string> _questions = [];

    /// <summary>What would make the draft surer, once it is written.</summary>
    public IReadOnlyList<string> Questions => _questions;

    public string Write()
    {
        var text = new StringBuilder();
        Line(text, "# Written by Slipway's Init. A comment says what a guess was made from: change what is wrong.");
        Line(text, $"application: {YamlScalar.Of(model.Name)}");
        if (facts.ComposeFiles is not ["compose.yaml"])
        {
            Line(text, $"compose: {YamlScalar.List(facts.ComposeFiles)}");
        }

        if (guesses.Any(g => g.Strategy == "blue-green"))
        {
            WriteProxy(text);
        }

        Line(text, "");
        WriteServices(text);
        WriteDatabase(text);
        return text.ToString();
    }

    private void WriteProxy(StringBuilder text)
    {
        Line(text, "");
        if (front is null)
        {
            Line(text, "# The application has no proxy. This one is added, and takes over the ports that the blue-green services publish.");
            Line(text, $"proxy: {{kind: nginx, image: {YamlScalar.Quoted(facts.ProxyImage)}}}");
        }
        else if (front.IsPlain)
        {
            var services = string.Join(" and ", front.Services.Order(StringComparer.Ordinal));
            Line(text, $"# {front.Service.Name} only passes requests on to {services}: Slipway writes its configuration from now on.");
            var name = YamlScalar.Key(front.Service.Name);
            Line(text, string.Create(CultureInfo.InvariantCulture, $"proxy: {{kind: {front.Kind.Written}, service: {name}, listen: {front.Listen}}}"));
        }
        else
        {
            WriteBehind(text, front);
        }
    }

    private void WriteBehind(StringBuilder text, Front kept)
    {
        Line(text, $"# {kept.Service.Name} does more than pass requests on, so it stays as it is, and Slipway's gateway stands between it and the slots. It");
        var deeds = kept.More.Take(MostDeeds).Select(m => $"# - {m.ReplaceLineEndings(" ")}").ToList();
        deeds.ForEach(d => Line(text, d));
        if (kept.More.Length > MostDeeds)
        {
            Line(text, "# - and more");
        }

        var entries = $"behind: {YamlScalar.Key(kept.Service.Name)}, kind: nginx, image: {YamlScalar.Quoted(facts.ProxyImage)}";
        if (kept.Ask.IsEmpty)
        {
            Line(text, $"proxy: {{{entries}}}");
            return;
        }

        Line(text, "proxy:");
        foreach (var entry in entries.Split(", "))
        {
            Line(text, $"  {entry}");
        }

        Line(text, "  ask:  # what users ask for: what is answered before the first deployment has to be answered after it");
        foreach (var address in kept.Ask)
        {
            Line(text, $"    - {YamlScalar.Of(address)}");
        }
    }

    private void WriteServices(StringBuilder text)
    {
        var rows = guesses.Select(g => ($"{YamlScalar.Key(g.Service)}:", Settings(g), g.Why)).ToList();
        var name = rows.Max(r => r.Item1.Length);
        var settings = rows.Select(r => r.Item2.Length).Where(l => l <= WidestSettings).DefaultIfEmpty(0).Max();
        Line(text, "services:");
        foreach (var row in rows)
        {
            Line(text, $"  {row.Item1.PadRight(name)} {row.Item2.PadRight(settings)}  # {row.Why}");
        }
    }

    private static string Settings(ServiceGuess guess)
    {
        List<string> settings = [$"strategy: {guess.Strategy}"];
        if (guess.Port is { } port)
        {
            settings.Add(string.Create(CultureInfo.InvariantCulture, $"port: {port}"));
        }

        if (guess is { Port: not null, Host: { } host })
        {
            settings.Add($"host: {YamlScalar.Of(host)}");
        }

        if (guess is { Port: not null, Health: { } health })
        {
            settings.Add($"health: {YamlScalar.Of(health)}");
        }

        if (guess is { Port: not null, Hosts.Length: > 0 })
        {
            settings.Add($"hosts: {YamlScalar.List(guess.Hosts)}");
        }

        if (guess is { Port: not null, Routes.Length: > 0 })
        {
            settings.Add($"routes: {YamlScalar.List(guess.Routes)}");
        }

        return $"{{{string.Join(", ", settings)}}}";
    }

    private void WriteDatabase(StringBuilder text)
    {
        var tools = new MigrationGuesser(model, facts, guesses);
        var (alembic, databases) = (tools.Alembic(), Databases());
        var database = DatabaseNames.IsElsewhere(model, [.. databases.Select(d => d.Name)]) ? null : databases.FirstOrDefault();
        if (database is not null)
        {
            Line(text, "");
            Line(text, $"# {database.Name} is {ImageKinds.DataIn(database.Image) ?? ImageKinds.DataIn(facts.BaseImage(database.Name)) ?? "PostgreSQL"}.");
            if (databases.Count > 1)
            {
                var others = string.Join(" and ", databases.Skip(1).Select(d => d.Name));
                _questions.Add($"{others}: are its data to be dumped and checked instead of those of {database.Name}?");
                Line(text, $"# Of several the one that most services name; {others} is neither dumped nor checked.");
            }

            WriteDatabaseName(text, database);
        }

        if (alembic is { } found)
        {
            Line(text, "");
            WriteAlembic(text, found, database is not null);
        }

        var rest = tools.Other().Where(o => alembic is null || o.Tool != "alembic" || o.Service != alembic.Service);
        foreach (var other in rest.DistinctBy(o => (o.Tool, o.Where)))
        {
            Line(text, "");
            var seen = $"{other.Tool} ({other.Where})";
            _questions.Add($"{other.Service}: who migrates, now that {seen} is no job? (strategy: job, or before Deploy)");
            Line(text, $"# {other.Service} seems to be migrated by {seen}, which Slipway doesn't run: migrate before Deploy, so that the");
            Line(text, "# running release can live with it, or give the migration a service of its own (strategy: job).");
        }
    }

    // The server's own default is what its image makes; an application may have made another one.
    private void WriteDatabaseName(StringBuilder text, ComposeService database)
    {
        var names = DatabaseNames.Of(model, database);
        var made = ((string[])["POSTGRES_DB", "POSTGRESQL_DATABASE", "POSTGRES_USER", "POSTGRESQL_USERNAME"])
            .Select(v => database.Environment.TryGet(v, out var value) ? value : null).FirstOrDefault(v => v is not null) ?? "postgres";
        if (names.Count > 1)
        {
            _questions.Add($"{database.Name}: which of {string.Join(", ", names)} is the application's own?");
            Line(text, $"# Its services use {string.Join(" and ", names)}, of which only the one that is named here is dumped.");
        }

        var name = names.Count == 0 || names.Contains(made) ? "" : $", name: {YamlScalar.Of(names[0])}";
        Line(text, $"database: {{service: {YamlScalar.Key(database.Name)}{name}}}");
    }

    private void WriteAlembic(StringBuilder text, AlembicFolders found, bool hasDatabase)
    {
        if (found.Folders is not [var folder] || !hasDatabase)
        {
            var places = string.Join(", ", found.Folders.Select(facts.Shown));
            Line(text, $"# {found.Service} is migrated by alembic ({facts.Shown(found.File)}: {places}), which Slipway runs for one folder of a PostgreSQL");
            Line(text, "# in the same application. Name that (migrations: {service: ..., tool: alembic, folder: ...}), or migrate before Deploy.");
            return;
        }

        var root = Path.GetFileName(found.File) == "alembic.ini" && model.Find(found.Service)?.Build is { } build
            && ContextPath.Join(build.Context, "alembic.ini") == found.File;
        Line(text, root ? $"# The build context of {found.Service} has an alembic.ini."
            : $"# {facts.Shown(found.File)} is alembic's{(found.IsFlask ? ", as Flask-Migrate uses it" : "")}.");
        var command = found.IsFlask ? ", command: [flask, db, upgrade]" : "";
        Line(text, $"migrations: {{service: {YamlScalar.Key(found.Service)}, tool: alembic, folder: {YamlScalar.Of(facts.Shown(folder))}{command}}}");
    }

    /// <summary>The PostgreSQL servers: first the one that most services name.</summary>
    private List<ComposeService> Databases() => [.. model.Services
        .Where(s => new DataFinder(model, facts).IsPostgres(s) && guesses.Any(g => g.Service == s.Name && g.Strategy == "stateful"))
        .OrderByDescending(s => model.Services.Count(o => Names(o, DatabaseName(s.Name))))];

    private static bool Names(ComposeService service, Regex name) =>
        service.Environment.Names.Any(n => service.Environment.TryGet(n, out var value) && name.IsMatch(value));

    private static Regex DatabaseName(string name) =>
        new($"(?<![A-Za-z0-9_.-]){Regex.Escape(name)}(?![A-Za-z0-9_.-])", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static void Line(StringBuilder text, string line) => text.Append(line.TrimEnd()).Append('\n');
}
