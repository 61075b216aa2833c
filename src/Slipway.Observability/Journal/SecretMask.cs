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

    private static readonly string[] SecretEndings = ["PASS", "PWD", "_KEY", "-KEY", ".KEY"];

    private readonly string[] _texts;
    private readonly Regex[] _escaped;

    /// <summary>Creates a mask.</summary>
    /// <param name="values">The secret values. Values under 4 characters are ignored: masking them would garble every text and hide nothing.</param>
    public SecretMask(IEnumerable<string> values)
    {
        var secrets = values.Where(v => v.Length >= ShortestSecret).Distinct(StringComparer.Ordinal).OrderByDescending(v => v.Length).ToList();
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

    /// <summary>The passwords that are part of a value, as in <c>postgres://user:password@host</c> or <c>host=db password=...</c>.</summary>
    /// <param name="value">The value of a variable of whatever name.</param>
    /// <returns>The passwords as they are written, and as they are meant.</returns>
    public static IEnumerable<string> PasswordsIn(string value)
    {
        foreach (var match in UrlPassword().Matches(value).Concat(KeywordPassword().Matches(value)))
        {
            yield return match.Value;
            yield return Uri.UnescapeDataString(match.Value);
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

    // The user may be missing; the password ends at the last @ before the host.
    [GeneratedRegex(@"(?<=://[^/\s:@'""]*:)[^/\s'""]+(?=@)", RegexOptions.CultureInvariant)]
    private static partial Regex UrlPassword();

    [GeneratedRegex(@"(?<=\b(?:password|pwd)\s*=\s*)[^\s;&'""]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex KeywordPassword();
}
