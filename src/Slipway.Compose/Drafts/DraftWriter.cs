using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Slipway.Compose.Services;
using Slipway.Compose.Text;

namespace Slipway.Compose.Drafts;

/// <summary>Writes a slipway.yaml with a comment for each guess.</summary>
internal sealed partial class DraftWriter(ComposeModel model, ApplicationFacts facts, ProxyGuess? proxy, ImmutableArray<ServiceGuess> guesses)
{
    public string Write()
    {
        var text = new StringBuilder();
        Line(text, "# Written by Slipway's Init. What it guessed says what from: change what is wrong, the comments are for you.");
        Line(text, $"application: {YamlScalar.Of(model.Name)}");
        if (facts.ComposeFiles is not ["compose.yaml"]) Line(text, $"compose: {YamlScalar.List(facts.ComposeFiles)}");
        WriteProxy(text);
        Line(text, "services:");
        foreach (var guess in guesses) Line(text, $"  {YamlScalar.Key(guess.Service)}: {Settings(guess)}  # {guess.Why}");
        WriteDatabase(text);
        return text.ToString();
    }

    private void WriteProxy(StringBuilder text)
    {
        if (guesses.All(guess => guess.Strategy != "blue-green")) return;

        if (proxy is not null)
        {
            Line(text, string.Create(CultureInfo.InvariantCulture, $"proxy: {{kind: {proxy.Kind}, service: {YamlScalar.Key(proxy.Service.Name)}, listen: {proxy.Listen}}}  # it publishes a port and has its configuration mounted: Slipway writes that from now on"));
        }
        else
        {
            Line(text, $"proxy: {{kind: nginx, image: \"{facts.ProxyImage}\"}}  # the application has none that Slipway could take over: one is added, which takes over the published ports");
        }
    }

    private static string Settings(ServiceGuess guess) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{strategy: {guess.Strategy}{(guess.Port is { } port ? $", port: {port}" : "")}{(guess is { Port: not null, Health: { } health } ? $", health: {health}" : "")}}}");

    private void WriteDatabase(StringBuilder text)
    {
        if (model.Services.FirstOrDefault(service => ImageKinds.IsPostgres(service.Image) && guesses.Any(guess => guess.Service == service.Name)) is not { } database) return;

        Line(text, $"database: {{service: {YamlScalar.Key(database.Name)}}}  # its image is {ImageKinds.NameOf(database.Image)}");
        foreach (var guess in guesses.Where(guess => guess.Strategy is "blue-green" or "handoff"))
        {
            if (Migrations(model.Find(guess.Service)!) is not { } folder) continue;

            Line(text, $"migrations: {{service: {YamlScalar.Key(guess.Service)}, tool: alembic, folder: {YamlScalar.Of(folder)}}}  # its build context has an alembic.ini");
            return;
        }
    }

    /// <summary>The folder of alembic's revisions in a service's build context.</summary>
    private string? Migrations(ComposeService service)
    {
        if (service.Build?.Context is not { } context || facts.ReadFile(Join(context, "alembic.ini")) is not { } settings) return null;
        if (ScriptLocation().Match(settings) is not { Success: true } location) return null;

        var folder = Join(context, location.Groups["path"].Value.Trim().Replace("%(here)s/", "", StringComparison.Ordinal) + "/versions");
        return facts.HasFolder(folder) ? folder : null;
    }

    private static string Join(string context, string path)
    {
        var folder = context.TrimEnd('/');
        if (folder.StartsWith("./", StringComparison.Ordinal)) folder = folder[2..];
        return folder is "." or "" ? path : $"{folder}/{path}";
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    [GeneratedRegex(@"^\s*script_location\s*=\s*(?<path>\S+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex ScriptLocation();
}
