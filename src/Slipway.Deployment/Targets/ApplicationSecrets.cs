using System.Collections;
using System.Text.Json;
using Slipway.Compose;
using Slipway.Compose.Services;
using Slipway.Deployment.Observation;
using Slipway.Observability.Journal;

namespace Slipway.Deployment.Targets;

/// <summary>Finds the values that no text may show.</summary>
internal static class ApplicationSecrets
{
    /// <summary>The keys of certificates.</summary>
    /// <param name="observation">What was observed.</param>
    /// <returns>The keys.</returns>
    public static IEnumerable<string> Of(ObservedState observation) => observation.Certificates.Select(c => c.Certificate?.Bundle.Key).OfType<string>();

    /// <summary>The values of variables and build arguments that are secret by their names.</summary>
    /// <param name="compose">The application.</param>
    /// <returns>The values. One that is a name, or a word of a name, which every command shows, such as a service's, is left out:
    /// asterisks in its place would tell it all the same, and make the commands unreadable.</returns>
    public static IEnumerable<string> Of(ComposeModel compose)
    {
        var names = compose.Services.SelectMany(s => (string?[])[s.Name, s.Image]).OfType<string>().Append(compose.Name).ToList();
        var shown = names.SelectMany(n => n.Split('/', ':', '@', '-', '_', '.')).Concat(names).ToHashSet(StringComparer.Ordinal);
        return
            from service in compose.Services
            from values in (HiddenValues?[])[service.Environment, service.Build?.Args]
            where values is not null
            from name in values.Names
            let value = values.TryGet(name, out var text) ? text : string.Empty
            from secret in SecretMask.PasswordsIn(value).Append(SecretMask.IsSecretName(name) ? value : string.Empty)
            where secret.Length > 0 && !shown.Contains(secret)
            select secret;
    }

    /// <summary>The secrets of the compose files that come from files or variables of this machine.</summary>
    /// <param name="config">The configuration as compose printed it.</param>
    /// <param name="folder">The application's folder.</param>
    public static IEnumerable<string> OfFiles(string config, string folder)
    {
        using var json = JsonDocument.Parse(config);
        return json.RootElement.TryGetProperty("secrets", out var secrets) && secrets.ValueKind == JsonValueKind.Object
            ? [.. secrets.EnumerateObject().Select(s => Content(s.Value, folder)).OfType<string>().Select(t => t.Trim()).Where(t => t.Length > 0)]
            : [];
    }

    /// <summary>What may be a secret before anybody could ask compose: of this process's variables, and of the file that compose reads.</summary>
    /// <param name="folder">The application's folder.</param>
    public static IEnumerable<string> OfSurroundings(string folder)
    {
        var own = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(v => (Name: (string)v.Key, Value: v.Value as string ?? string.Empty));
        var read = Lines(Path.Combine(folder, ".env"))
            .Select(l => l.Split('=', 2))
            .Where(l => l.Length == 2)
            .Select(l => (Name: l[0].Trim(), Value: l[1].Trim().Trim('"', '\'')));
        return own.Concat(read)
            .SelectMany(v => SecretMask.PasswordsIn(v.Value).Append(SecretMask.IsSecretName(v.Name) ? v.Value : string.Empty))
            .Where(v => v.Length > 0);
    }

    private static string? Content(JsonElement secret, string folder)
    {
        if (secret.TryGetProperty("environment", out var variable) && variable.GetString() is { } name)
        {
            return Environment.GetEnvironmentVariable(name);
        }

        return secret.TryGetProperty("file", out var file) && file.GetString() is { } path ? string.Join('\n', Lines(Path.Combine(folder, path))) : null;
    }

    private static string[] Lines(string path)
    {
        const int Most = 64 * 1024;
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > 0 and < Most } ? File.ReadAllLines(path) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
