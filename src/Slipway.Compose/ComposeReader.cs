using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Compose.Services;
using Slipway.Compose.Text;

namespace Slipway.Compose;

/// <summary>Turns the JSON of <c>docker compose config</c> into a model.</summary>
internal static class ComposeReader
{
    public static ComposeReading Read(ReadOnlyMemory<byte> json, string? projectDirectory, Func<string, string?>? fileDigest)
    {
        try
        {
            var root = JsonValue.Parse(json.Span);
            if (root.Kind != JsonTokenType.StartObject)
            {
                return Unreadable("it is not an object");
            }

            if (root.TextOf("name") is not { Length: > 0 } name)
            {
                return Unreadable("it has no project name");
            }

            var paths = new ProjectPaths(projectDirectory);
            var hashes = new ConfigHasher(root, paths, fileDigest);
            var builds = new BuildReader(root, paths);
            var services = root.Entries("services").Select(e => ServiceReader.Read(e, paths, hashes, builds));
            var model = new ComposeModel
            {
                Name = name,
                Services = [.. services.OrderBy(s => s.Name, StringComparer.Ordinal)],
                Networks = Resources(root, "networks"),
                Volumes = Resources(root, "volumes"),
                Configs = [.. root.Entries("configs").Select(e => e.Name)],
                Secrets = root.Entries("secrets").ToImmutableDictionary(
                    e => e.Name, e => new SecretDefinition(e.TextOf("file") is { } file ? paths.Relative(file) : null, e.TextOf("environment"))),
                ConfigDefinitions = root.Entries("configs").ToImmutableDictionary(
                    e => e.Name, e => new ConfigDefinition(e.TextOf("file") is { } file ? paths.Relative(file) : null, e.TextOf("content"))),
            };
            return new(model, null);
        }
        catch (JsonException exception)
        {
            return Unreadable($"line {exception.LineNumber + 1} is no JSON");
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or OverflowException)
        {
            return Unreadable("a value is not of the kind that compose prints");
        }
    }

    private static ComposeReading Unreadable(string why) => new(null, new(
        "docker compose config",
        $"its output can't be understood: {why}",
        "run `docker compose config --format json` in the application's folder and see what it says"));

    private static ImmutableArray<NamedResource> Resources(JsonValue root, string key) =>
    [
        .. root.Entries(key)
            .Select(e => new NamedResource(e.Name, e.TextOf("name") ?? e.Name, e.IsTrue("external")) { Driver = e.TextOf("driver") })
            .OrderBy(r => r.Key, StringComparer.Ordinal),
    ];
}
