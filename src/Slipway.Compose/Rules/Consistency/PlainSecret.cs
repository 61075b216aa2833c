using System.Text.RegularExpressions;
using Slipway.Findings;

namespace Slipway.Compose.Rules.Consistency;

/// <summary>A password that is written into the file.</summary>
internal sealed partial class PlainSecret() : ComposeRule(new(
    "SLC207",
    Severity.Warning,
    "Keep secrets out of the compose file",
    "Everybody who reads the repository knows it, and so does everybody who may look at the container.",
    "the value has to be changed and moved to where only the host knows it: a secret with a file, or a variable of .env"))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            foreach (var holder in service.All("environment"))
            {
                foreach (var item in holder.Value.Items.Where(i => i.Text?.Split('=', 2) is [var name, var value] && IsSecret(name, value)))
                {
                    yield return At(holder.Document, item.Source, $"{item.Text!.Split('=')[0]} is written out");
                }

                foreach (var entry in holder.Value.Entries.Where(e => e.Value.Text is { } value && IsSecret(e.Key, value)))
                {
                    yield return At(holder.Document, entry.Source.Key, $"{entry.Key} is written out");
                }
            }
        }
    }

    private static bool IsSecret(string name, string value) =>
        value.Length > 0
        && !value.Contains('$', StringComparison.Ordinal)
        && !value.StartsWith("/run/secrets/", StringComparison.Ordinal)
        && !name.EndsWith("_FILE", StringComparison.OrdinalIgnoreCase)
        && value is not ("true" or "false" or "yes" or "no")
        && (Secret().IsMatch(name) || Login().IsMatch(value));

    /// <summary>An address with a user and a password.</summary>
    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/@:\\s]+:[^/@\\s]+@", RegexOptions.CultureInvariant)]
    private static partial Regex Login();

    [GeneratedRegex(
        "(?:^|_)(?:PASSWORD|PASSWD|PASS|SECRET|SECRETS|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS?)(?:_|$)|PASSWORD$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
