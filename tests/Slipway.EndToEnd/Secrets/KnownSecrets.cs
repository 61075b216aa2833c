using System.Net;
using System.Text;
using System.Text.Json;

namespace Slipway.EndToEnd.Secrets;

/// <summary>Twenty-one secrets, one for each place that they may come from, and the forms in which programs write them.</summary>
internal static class KnownSecrets
{
    /// <summary>The places.</summary>
    public static IReadOnlyList<string> Sources { get; } =
    [
        "environment", "build argument", "variable of .env", "variable of .env in a text", "variable of .env in a command", "variable of the process",
        "unused variable of the process", "env_file", "secret of a file", "secret of a variable", "secret of .env", "secret of the build", "config",
        "config of a file", "URL of a database", "keywords of a database", "registry", "URL of a proxy", "label", "word of a command", "health check",
    ];

    /// <summary>The secret of a place. It holds what each form has to escape, as far as every place can hold it.</summary>
    public static string Of(string source) => $"k9$w/r d\"&<é+%=:{Sources.ToList().IndexOf(source):00}";

    /// <summary>What a program might print of a secret.</summary>
    public static IReadOnlyList<string> Forms(string secret) =>
    [
        secret,
        Uri.EscapeDataString(secret),
        WebUtility.UrlEncode(secret).ToLowerInvariant(),
        Convert.ToBase64String(Encoding.UTF8.GetBytes("ab" + secret)),
        JsonSerializer.Serialize(secret)[1..^1],
        secret.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("$", "$$", StringComparison.Ordinal),
        string.Concat(secret.Select(c => char.IsAsciiLetterOrDigit(c) || c > 127 ? c.ToString() : $"\\{c}")),
        WebUtility.HtmlEncode(secret),
    ];

    /// <summary>What of a form says enough of the secret to be looked for: of Base64 what does not depend on its neighbours.</summary>
    public static IEnumerable<string> Traces(string secret) => Forms(secret).Select((f, i) => i == 3 ? f[4..^4] : f);
}
