using System.Text.RegularExpressions;

namespace Slipway.Observability.Journal;

/// <summary>Replaces known secret values in a text by asterisks, in whatever form they are written, and passwords in the addresses of URLs.</summary>
public sealed partial class SecretMask
{
    /// <summary>What stands in a text where a secret was.</summary>
    public const string Replacement = "*****";

    private const int ShortestSecret = 4;

    private static readonly string[] SecretWords =
        ["PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "TOKEN", "APIKEY", "CREDENTIAL", "DSN"];

    /// <summary>What says no more than that there is a secret, or none, and stands in every plan for itself.</summary>
    private static readonly string[] Words = ["true", "false", "null", "none"];

    private static readonly string[] SecretEndings = ["PASS", "PWD", "_KEY", "-KEY", ".KEY"];

    private readonly string[] _texts;
    private readonly Regex[] _escaped;

    /// <summary>Creates a mask.</summary>
    /// <param name="values">The secret values. Those under 4 characters, and words such as <c>true</c>, are ignored: masking them would garble
    /// every text and hide nothing.</param>
    public SecretMask(IEnumerable<string> values)
    {
        var secrets = values.Where(v => v.Length >= ShortestSecret && !Words.Contains(v))
            .Distinct(StringComparer.Ordinal).OrderByDescending(v => v.Length).ToList();
        _texts = [.. secrets.SelectMany(SecretForms.Texts).Distinct(StringComparer.Ordinal).OrderByDescending(v => v.Length)];
        _escaped = [.. secrets.Select(SecretForms.Escaped).OfType<Regex>()];
    }

    /// <summary>A mask that knows no secret.</summary>
    public static SecretMask None { get; } = new([]);

    /// <summary>Whether a variable of this name holds a secret by the customary naming.</summary>
    /// <param name="variable">The variable's name, such as <c>POSTGRES_PASSWORD</c>.</param>
    /// <returns>True if its value must never be shown.</returns>
    public static bool IsSecretName(string variable) =>
        SecretWords.Any(w => variable.Contains(w, StringComparison.OrdinalIgnoreCase))
        || SecretEndings.Any(w => variable.EndsWith(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>The passwords that are part of a value, as in <c>postgres://user:password@host</c>, <c>host=db password=...</c>, or the text of a
    /// configuration file.</summary>
    /// <param name="value">The value of a variable of whatever name.</param>
    /// <returns>The passwords as they are written, and as they are meant.</returns>
    public static IEnumerable<string> PasswordsIn(string value)
    {
        var assigned = Assignment().Matches(value).Where(m => IsSecretName(m.Groups["name"].Value)).Select(m => m.Groups["value"].Value);
        foreach (var password in UrlPassword().Matches(value).Select(m => m.Value).Concat(assigned))
        {
            yield return password;
            yield return Uri.UnescapeDataString(password);
        }
    }

    /// <summary>Masks every known secret in a text.</summary>
    /// <param name="text">What may hold secrets: as they are, or as JSON, URLs, forms or Base64 write them.</param>
    /// <returns>The text without secrets.</returns>
    public string Apply(string text)
    {
        foreach (var value in _texts)
        {
            text = text.Replace(value, Replacement, StringComparison.Ordinal);
        }

        foreach (var pattern in _escaped)
        {
            text = pattern.Replace(text, Replacement);
        }

        return text.Contains("://", StringComparison.Ordinal) ? UrlPassword().Replace(text, Replacement) : text;
    }

    // The user may be missing; the password ends at the last @ before the host. Who comes to a web server without one comes with a token.
    [GeneratedRegex(@"(?<=://[^/\s:@'""]*:)[^/\s'""]+(?=@)|(?<=\bhttps?://)[^/\s:@'""]+(?=@)", RegexOptions.CultureInvariant)]
    private static partial Regex UrlPassword();

    // What stands in quotes ends with them; what does not, with what separates it from others.
    [GeneratedRegex(
        @"(?<name>[\w.-]+)(?<!://)['""]?[ \t]*(?:=|:(?!//))[ \t]*(?:(?<quote>['""])(?<value>[^\r\n]*?)\k<quote>|(?<value>[^\s;&,'""$][^\s;&,'""]*))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Assignment();
}
