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
    private static readonly HashSet<string> About =
    [
        "MINUTES", "SECONDS", "HOURS", "DAYS", "LENGTH", "SIZE", "HEADER", "NAME", "PATH", "FILE", "DIR", "URL", "URI", "ENDPOINT", "ALGORITHM", "ALG",
        "TYPE", "ISSUER",
        "AUDIENCE", "POLICY", "ENABLED", "DISABLED", "REQUIRED", "ROUNDS", "COST", "HASHER", "PREFIX", "SUFFIX", "FIELD", "PROVIDER", "STORE", "BACKEND",
        "ROTATION", "INTERVAL",
        "AGE", "COUNT", "LIMIT", "ID", "VERSION", "LOCATION", "REGION", "FORMAT", "MODE", "MIN", "MAX", "HOST", "PORT", "SCOPE", "SCOPES", "MANAGER",
        "ENGINE", "STRATEGY",
    ];

    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            // What a file on top takes back is not part of the service.
            var takenBack = new HashSet<string>(StringComparer.Ordinal);
            foreach (var holder in service.All("environment"))
            {
                takenBack.UnionWith(holder.Value.Entries.Where(e => e.Value.Source.Tag == "!reset").Select(e => e.Key));
                foreach (var item in holder.Value.Items.Where(entry => entry.Text?.Split('=', 2) is [var name, var value] && !takenBack.Contains(name)
                    && IsSecret(name, value)))
                {
                    yield return At(holder.Document, item.Source, $"{item.Text!.Split('=')[0]} is written out");
                }

                foreach (var entry in holder.Value.Entries.Where(e => !takenBack.Contains(e.Key) && e.Value.Text is { } value && IsSecret(e.Key, value)))
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
        && (Format().IsMatch(value) || Login().IsMatch(value) || (Secret().IsMatch(name) && !IsAboutOne(name)));

    /// <summary>Whether a name says something about a secret, such as how long it is valid, or is meant for everybody.</summary>
    private static bool IsAboutOne(string name)
    {
        var words = name.ToUpperInvariant().Split('_', '-', '.');
        return About.Contains(words[^1]) || words.Any(w => w is "PUBLIC" or "EXPIRE" or "EXPIRES" or "EXPIRY" or "EXPIRATION" or "LIFETIME" or "TTL")
            || words is ["VITE" or "REACT" or "GATSBY" or "VUE", ..];
    }

    /// <summary>Keys that their issuers mark by how they begin, and keys in PEM.</summary>
    [GeneratedRegex(
        "^(?:[sr]k_live_|gh[pousr]_|github_pat_|glpat-|xox[abprs]-|AKIA[0-9A-Z]{16}$|ASIA[0-9A-Z]{16}$|AIza[0-9A-Za-z_-]{30}|SG\\.[0-9A-Za-z_-]{16}|"
            + "npm_[0-9A-Za-z]{30}|dckr_pat_|hf_[0-9A-Za-z]{30}|shpat_|sq0csp-|whsec_|sk-[0-9A-Za-z_-]{20}|-----BEGIN [A-Z ]*PRIVATE KEY)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Format();

    /// <summary>An address with a user and a password.</summary>
    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/@:\\s]+:[^/@\\s]+@", RegexOptions.CultureInvariant)]
    private static partial Regex Login();

    [GeneratedRegex(
        "(?:^|_)(?:PASSWORD|PASSWD|PASS|SECRET|SECRETS|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS?)(?:_|$)|PASSWORD$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
