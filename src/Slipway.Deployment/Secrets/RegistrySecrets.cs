using System.Text;
using System.Text.Json;
using Slipway.Observability.Journal;

namespace Slipway.Deployment.Secrets;

/// <summary>The credentials that docker has for registries, as far as they are in its own file (docs.docker.com, "docker login").</summary>
internal static class RegistrySecrets
{
    private static readonly string[] Values = ["password", "identitytoken", "registrytoken"];

    /// <summary>The passwords and tokens, and what docker makes of a user and a password.</summary>
    public static IEnumerable<string> Of()
    {
        var folder = Environment.GetEnvironmentVariable("DOCKER_CONFIG") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker");
        return Of(SmallFile.Text(Path.Combine(folder, "config.json")));
    }

    /// <summary>Those in the text of that file.</summary>
    public static IEnumerable<string> Of(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. SecretMask.PasswordsIn(text), .. Objects(json.RootElement, "auths").SelectMany(OfRegistry)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<string> OfRegistry(JsonElement registry) =>
        from property in registry.EnumerateObject()
        where property.Value.ValueKind == JsonValueKind.String
        let value = property.Value.GetString()!
        from secret in property.Name == "auth" ? [value, Password(value)] : Values.Contains(property.Name) ? [value] : Array.Empty<string>()
        select secret;

    private static IEnumerable<JsonElement> Objects(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var children) && children.ValueKind == JsonValueKind.Object
            ? children.EnumerateObject().Select(c => c.Value).Where(c => c.ValueKind == JsonValueKind.Object)
            : [];

    private static string Password(string auth)
    {
        var bytes = new byte[auth.Length];
        return Convert.TryFromBase64String(auth, bytes, out var count) && Encoding.UTF8.GetString(bytes, 0, count).Split(':', 2) is [_, var password]
            ? password
            : string.Empty;
    }
}
