using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Slipway.Compose.Text;

namespace Slipway.Compose.Drafts;

/// <summary>Writes a slipway.yaml with a comment for each guess.</summary>
internal sealed class DraftWriter(ComposeModel model, ApplicationFacts facts, ProxyGuess? proxy, ImmutableArray<ServiceGuess> guesses)
{
    private const int WidestSettings = 72;

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
        if (proxy is { More: null })
        {
            Line(
                text,
                $"# {proxy.Service.Name} only passes requests on to {string.Join(" and ", proxy.Targets.Keys.Order(StringComparer.Ordinal))}: Slipway writes "
                    + "its configuration from now on.");
            Line(
                text,
                string.Create(
                    CultureInfo.InvariantCulture, $"proxy: {{kind: {proxy.Kind}, service: {YamlScalar.Key(proxy.Service.Name)}, listen: {proxy.Listen}}}"));
            return;
        }

        if (proxy is not null)
        {
            Line(text, $"# The configuration of {proxy.Service.Name} {proxy.More}, so it stays as it is, behind a proxy of Slipway's.");
        }

        Line(
            text,
            proxy is null
                ? "# The application has no proxy. This one is added, and takes over the ports that the blue-green services publish."
                : "# That one is added, and takes over the ports that the blue-green services publish.");
        Line(text, $"proxy: {{kind: nginx, image: {YamlScalar.Quoted(facts.ProxyImage)}}}");
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
