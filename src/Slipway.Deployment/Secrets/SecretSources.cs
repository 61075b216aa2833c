using System.Text.Json;
using Slipway.Observability.Journal;

namespace Slipway.Deployment.Secrets;

/// <summary>What the secrets and configs of the compose files hold, wherever on this machine that comes from.</summary>
internal static class SecretSources
{
    /// <summary>The secrets, and the passwords in configs.</summary>
    /// <param name="config">The configuration as compose printed it.</param>
    /// <param name="folder">The application's folder.</param>
    public static IEnumerable<string> Of(JsonElement config, string folder)
    {
        var variables = SurroundingSecrets.Variables(folder);
        return Contents(config, "secrets", folder, variables).Select(t => t.Trim())
            .Concat(Contents(config, "configs", folder, variables).SelectMany(SecretMask.PasswordsIn));
    }

    private static IEnumerable<string> Contents(JsonElement config, string kind, string folder, IReadOnlyDictionary<string, string> variables) =>
        config.TryGetProperty(kind, out var sources) && sources.ValueKind == JsonValueKind.Object
            ? sources.EnumerateObject().Select(s => Content(s.Value, folder, variables)).OfType<string>()
            : [];

    private static string? Content(JsonElement source, string folder, IReadOnlyDictionary<string, string> variables)
    {
        if (source.TryGetProperty("environment", out var variable) && variable.GetString() is { } name)
        {
            return variables.GetValueOrDefault(name);
        }

        return source.TryGetProperty("content", out var content) ? content.GetString()
            : source.TryGetProperty("file", out var file) && file.GetString() is { } path ? SmallFile.Text(Path.Combine(folder, path))
            : null;
    }
}
