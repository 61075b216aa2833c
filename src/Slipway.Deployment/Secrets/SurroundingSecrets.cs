using System.Collections;
using System.Text.Json;
using Slipway.Compose.Files;
using Slipway.Observability.Journal;

namespace Slipway.Deployment.Secrets;

/// <summary>What may be a secret before anybody could ask compose: of this process's variables, of the files that compose reads, of registries.</summary>
internal static class SurroundingSecrets
{
    /// <summary>The values.</summary>
    /// <param name="folder">The application's folder.</param>
    public static IEnumerable<string> Of(string folder) =>
        Secret(Variables(folder).Concat(Files(folder, "*.env", ".env*").SelectMany(Assignments))).Concat(RegistrySecrets.Of());

    /// <summary>What hides them where nobody could read the compose files yet, whose values compose quotes when it does not understand them.</summary>
    /// <param name="folder">The application's folder.</param>
    public static SecretMask Mask(string folder) => new(Of(folder).Concat(Secret(Files(folder, "*.yaml", "*.yml").SelectMany(Assignments))));

    /// <summary>The variables that compose knows.</summary>
    /// <param name="folder">The application's folder.</param>
    public static IReadOnlyDictionary<string, string> Variables(string folder)
    {
        var variables = new Dictionary<string, string>(ProjectVariables.ReadFiles(n => SmallFile.Text(Path.Combine(folder, n))), StringComparer.Ordinal);
        foreach (var own in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>())
        {
            variables[(string)own.Key] = own.Value as string ?? string.Empty;
        }

        return variables;
    }

    private static IEnumerable<string> Secret(IEnumerable<KeyValuePair<string, string>> values) => values
        .SelectMany(v => SecretMask.PasswordsIn(v.Value).Append(SecretMask.IsSecretName(v.Key) ? v.Value : string.Empty))
        .Where(v => v.Length > 0);

    // Of a file with a mistake in it, compose quotes what follows.
    private static IEnumerable<KeyValuePair<string, string>> Assignments(string file) =>
        from line in SmallFile.Text(file).Split('\n')
        let end = line.IndexOfAny(['=', ':'])
        where end > 0
        select KeyValuePair.Create(line[..end].Trim(), Unquoted(line[(end + 1)..].Trim()).Replace("$$", "$", StringComparison.Ordinal));

    private static string Unquoted(string text)
    {
        if (text is ['\'', .., '\''])
        {
            return text[1..^1].Replace("''", "'", StringComparison.Ordinal);
        }

        try
        {
            return text is ['"', .., '"'] ? JsonSerializer.Deserialize<string>(text) ?? string.Empty : text;
        }
        catch (JsonException)
        {
            return text.Trim('"');
        }
    }

    private static IEnumerable<string> Files(string folder, params IEnumerable<string> patterns) =>
        Directory.Exists(folder) ? patterns.SelectMany(p => Directory.EnumerateFiles(folder, p)) : [];
}
