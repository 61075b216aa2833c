using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Slipway.Compose.Fronts;
using Slipway.Compose.Surroundings;
using Slipway.Compose.Text;

namespace Slipway.Compose.Drafts;

/// <summary>Writes a slipway.yaml with a comment for each guess.</summary>
internal sealed class DraftWriter(ComposeModel model, ApplicationFacts facts, Front? front, ImmutableArray<ServiceGuess> guesses)
{
    private const int WidestSettings = 72;
    private const int MostDeeds = 12;

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

        if (guess is { Port: not null, Health: { } health })
        {
            settings.Add($"health: {YamlScalar.Of(health)}");
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
        if (Database() is { } database)
        {
            Line(text, "");
            Line(text, $"# {database.Name} is {ImageKinds.NameOf(database.Image)}.");
            Line(text, $"database: {{service: {YamlScalar.Key(database.Name)}}}");
            if (tools.Alembic() is { } alembic)
            {
                Line(text, "");
                Line(text, $"# The build context of {alembic.Service} has an alembic.ini.");
                Line(text, $"migrations: {{service: {YamlScalar.Key(alembic.Service)}, tool: alembic, folder: {YamlScalar.Of(alembic.Folder)}}}");
                return;
            }
        }

        if (tools.Other() is not { } other)
        {
            return;
        }

        Line(text, "");
        Line(text, $"# {other.Service} seems to be migrated by {other.Tool} ({other.File}), which Slipway doesn't run: migrate before Deploy, so that the");
        Line(text, "# running release can live with it.");
    }

    private Services.ComposeService? Database() =>
        model.Services.FirstOrDefault(s => ImageKinds.IsPostgres(s.Image) && guesses.Any(g => g.Service == s.Name && g.Strategy == "stateful"));

    private static void Line(StringBuilder text, string line) => text.Append(line.TrimEnd()).Append('\n');
}
