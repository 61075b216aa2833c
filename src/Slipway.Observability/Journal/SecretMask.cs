using System.Text.Encodings.Web;
using System.Text.Json;

namespace Slipway.Observability.Journal;

/// <summary>Replaces known secret values in a text by asterisks.</summary>
public sealed class SecretMask
{
    /// <summary>What stands in a text where a secret was.</summary>
    public const string Replacement = "*****";

    private const int ShortestSecret = 4;
    private const int ShortestLine = 8;

    private readonly string[] _values;

    /// <summary>Creates a mask.</summary>
    /// <param name="values">The secret values. Values under 4 characters are ignored: masking them would garble every text and hide nothing.</param>
    public SecretMask(IEnumerable<string> values) =>
        _values = [.. values.Where(v => v.Length >= ShortestSecret).SelectMany(Forms).Distinct(StringComparer.Ordinal).OrderByDescending(v => v.Length)];

    /// <summary>A mask that knows no secret.</summary>
    public static SecretMask None { get; } = new([]);

    /// <summary>Whether a variable of this name holds a secret by the customary naming.</summary>
    /// <param name="variable">The variable's name, such as <c>POSTGRES_PASSWORD</c>.</param>
    /// <returns>True if its value must never be shown.</returns>
    public static bool IsSecretName(string variable) =>
        SecretWords.Any(w => variable.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>Masks every known secret in a text.</summary>
    /// <param name="text">What may hold secrets, as they are or as JSON writes them.</param>
    /// <returns>The text without secrets.</returns>
    public string Apply(string text)
    {
        foreach (var value in _values)
        {
            text = text.Replace(value, Replacement, StringComparison.Ordinal);
        }

        return text;
    }

    // A text may hold a secret as JSON writes it, or one line of a secret that has several, such as a private key.
    private static IEnumerable<string> Forms(string value) =>
    [
        value,
        JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
        .. value.Contains('\n', StringComparison.Ordinal) ? value.Split('\n').Select(l => l.Trim()).Where(l => l.Length >= ShortestLine) : [],
    ];

    private static readonly string[] SecretWords =
        ["PASSWORD", "PASSWD", "SECRET", "TOKEN", "APIKEY", "API_KEY", "PRIVATE_KEY", "ACCESS_KEY", "CREDENTIAL", "DSN"];
}
