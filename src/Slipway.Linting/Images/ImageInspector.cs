using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Slipway.Compose.Surroundings;
using Slipway.Engine.Addresses;
using Slipway.Engine.Api;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;

namespace Slipway.Linting.Images;

/// <summary>
/// What Lint asks the engine of this machine, when there is one: its version, and about images that are present. Whether an
/// image has a program is looked up in a container that is made for that, never started, and removed.
/// </summary>
/// <param name="address">The engine's address; null for the usual one.</param>
/// <param name="commands">The seam to compose.</param>
internal sealed class ImageInspector(string? address, ICommandRunner commands) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly string[] UsualPath = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

    private readonly CancellationTokenSource _patience = new(Patience);
    private readonly Lazy<EngineClient?> _engine = new(() => Open(address));
    private readonly ConcurrentDictionary<string, Lazy<PresentImage?>> _images = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<string?>> _containers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string, string), bool?> _programs = new();

    /// <summary>The engine's version; null without an engine.</summary>
    public Version? Engine() =>
        Ask(e => e.GetAsync("/version", _patience.Token).GetAwaiter().GetResult()) is { } answer
            && Version.TryParse(answer.GetProperty("Version").GetString()?.Split('-', '+')[0], out var version)
            ? version
            : null;

    /// <summary>The version of Compose; null without one.</summary>
    public Version? Compose()
    {
        try
        {
            var outcome = commands.RunAsync(ComposeProject.Version, null, _patience.Token).GetAwaiter().GetResult();
            return outcome.ExitCode == 0 && Version.TryParse(outcome.Output.Trim().TrimStart('v').Split('-', '+')[0], out var version) ? version : null;
        }
        catch (Exception e) when (e is SlipwayException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>What an image says of itself; null when it isn't present.</summary>
    /// <param name="image">Its name.</param>
    public ImageFacts? Inspect(string image) => Present(image)?.Facts;

    /// <summary>Whether an image has a program; null when it isn't present.</summary>
    /// <param name="image">Its name.</param>
    /// <param name="program">The program's name, or its path.</param>
    public bool? HasProgram(string image, string program) => _programs.GetOrAdd((image, program), _ => Look(image, program));

    /// <inheritdoc/>
    public void Dispose()
    {
        // Whatever else ran out of time, nothing is left behind.
        foreach (var container in _containers.Values.Select(c => c.Value).OfType<string>())
        {
            Ask(engine =>
            {
                engine.DeleteAsync($"containers/{container}?force=true&v=true", CancellationToken.None).GetAwaiter().GetResult();
                return null;
            });
        }

        if (_engine.IsValueCreated)
        {
            _engine.Value?.Dispose();
        }

        _patience.Dispose();
    }

    private static EngineClient? Open(string? address)
    {
        try
        {
            var connection = EngineAddress.OpenAsync(address, CancellationToken.None).GetAwaiter().GetResult();
            return connection.IsLocal && File.Exists(connection.SocketPath) ? new EngineClient(connection) : null;
        }
        catch (SlipwayException)
        {
            return null;
        }
    }

    private bool? Look(string image, string program)
    {
        if (Present(image) is not { } present || _containers.GetOrAdd(present.Id, i => new(() => Create(i))).Value is not { } container)
        {
            return null;
        }

        var places = program.StartsWith('/') ? [program]
            : program.Contains('/', StringComparison.Ordinal) ? []
            : present.Path.Select(f => $"{f}/{program}").ToArray();
        return places.Length == 0 ? null
            : places.Select(p => Has(container, p)).ToList() is var answers && answers.Contains(true) ? true
            : answers.Contains(null) ? null
            : false;
    }

    private PresentImage? Present(string image) => _images.GetOrAdd(image, name => new(() =>
        Ask(e => e.GetAsync($"images/{Uri.EscapeDataString(name)}/json", _patience.Token).GetAwaiter().GetResult()) is { } json ? Read(json) : null)).Value;

    private static PresentImage Read(JsonElement json)
    {
        var config = json.TryGetProperty("Config", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        var path = Texts(config, "Env")
            .FirstOrDefault(v => v.StartsWith("PATH=", StringComparison.Ordinal))?["PATH=".Length..]
            .Split(':', StringSplitOptions.RemoveEmptyEntries);
        return new PresentImage(json.GetProperty("Id").GetString()!, path is { Length: > 0 } ? path : UsualPath, new ImageFacts
        {
            ExposedPorts = config.ValueKind == JsonValueKind.Object
                && config.TryGetProperty("ExposedPorts", out var ports)
                && ports.ValueKind == JsonValueKind.Object
                ? [.. ports.EnumerateObject()
                    .Select(p => p.Name.Split('/'))
                    .Where(p => p is [_, "tcp"])
                    .Select(p => int.Parse(p[0], CultureInfo.InvariantCulture))]
                : [],
            Volumes = config.ValueKind == JsonValueKind.Object
                && config.TryGetProperty("Volumes", out var volumes)
                && volumes.ValueKind == JsonValueKind.Object
                ? [.. volumes.EnumerateObject().Select(v => v.Name)]
                : [],
            HasHealthCheck = config.ValueKind == JsonValueKind.Object
                && config.TryGetProperty("Healthcheck", out var check)
                && Texts(check, "Test") is [not "NONE", ..],
            Entrypoint = Texts(config, "Entrypoint"),
            Start = Texts(config, "Cmd"),
        });
    }

    private static ImmutableArray<string> Texts(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(t => t.GetString()!)]
            : [];

    private string? Create(string image) =>
        Ask(e => e.PostAsync("containers/create", Probe(image), _patience.Token).GetAwaiter().GetResult())?.GetProperty("Id").GetString();

    private static string Probe(string image) => $$"""{"Image":"{{image}}","Entrypoint":["/"],"Labels":{"slipway.lint":"programs"} }""";

    private bool? Has(string container, string path)
    {
        try
        {
            return _engine.Value?.ExistsAsync($"containers/{container}/archive?path={Uri.EscapeDataString(path)}", _patience.Token).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is SlipwayException or OperationCanceledException or SocketException or IOException)
        {
            return null;
        }
    }

    /// <summary>An engine that doesn't answer, or with an error, knows nothing.</summary>
    private JsonElement? Ask(Func<EngineClient, JsonDocument?> question)
    {
        try
        {
            if (_engine.Value is not { } engine)
            {
                return null;
            }

            using var answer = question(engine);
            return answer?.RootElement.Clone();
        }
        catch (Exception e) when (e is SlipwayException or OperationCanceledException or SocketException or IOException)
        {
            return null;
        }
    }

    private sealed record PresentImage(string Id, IReadOnlyList<string> Path, ImageFacts Facts);
}
