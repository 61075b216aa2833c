using System.Text.Json;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Configuration.Requests;
using Slipway.Deployment.Observation;

namespace Slipway.Deployment.Secrets;

/// <summary>Finds the values that no text may show.</summary>
internal static class ApplicationSecrets
{
    /// <summary>All that is known once the application is: of its files, of its surroundings, and the keys of its certificates.</summary>
    /// <param name="config">The configuration as compose printed it.</param>
    /// <param name="observation">What was observed.</param>
    public static IEnumerable<string> Of(Application application, string config, ObservedState observation) =>
    [
        .. Of(config, application.Settings.Folder),
        .. application.Settings.Services.Values.Select(s => s.Requests).Append(application.Settings.Proxy?.Requests ?? RequestSettings.None)
            .SelectMany(r => r.Handling.Users).Select(u => u.Hash),
        .. observation.Certificates.Select(c => c.Certificate?.Bundle.Key).OfType<string>(),
    ];

    /// <summary>Those of its files and of its surroundings.</summary>
    /// <param name="config">The configuration as compose printed it.</param>
    /// <param name="folder">The application's folder.</param>
    /// <returns>The values. One that is a name, or a word of a name, which every command shows, such as a service's, is left out:
    /// asterisks in its place would tell it all the same, and make the commands unreadable.</returns>
    public static IReadOnlyList<string> Of(string config, string folder)
    {
        using var json = JsonDocument.Parse(config);
        var shown = Shown(json.RootElement);
        return
        [
            .. ConfiguredSecrets.Of(json.RootElement).Concat(SecretSources.Of(json.RootElement, folder)).Concat(SurroundingSecrets.Of(folder))
                .Where(v => v.Length > 0 && !shown.Contains(v)).Distinct(),
        ];
    }

    private static HashSet<string> Shown(JsonElement config)
    {
        var names = new List<string> { Text(config, "name") };
        if (config.TryGetProperty("services", out var services))
        {
            names.AddRange(services.EnumerateObject().SelectMany(s => (string[])[s.Name, Text(s.Value, "image")]));
        }

        return [.. names.SelectMany(n => n.Split('/', ':', '@', '-', '_', '.')), .. names];
    }

    private static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
}
