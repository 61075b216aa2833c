using System.Formats.Tar;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Slipway.Engine.Addresses;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;

namespace Slipway.Engine.Api;

/// <summary>
/// The few calls of the Docker Engine API that Slipway makes itself: reading, the volumes that are its lock, and what a rollback
/// does. Whatever else changes the application goes through the docker command.
/// </summary>
/// <param name="connection">The way to the engine.</param>
public sealed class EngineClient(EngineConnection connection) : IDisposable
{
    // 1.44 is the API of engine 25, the first with start_interval.
    private const string ApiVersion = "v1.44";

    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        ConnectCallback = (_, c) => connection.ConnectToEngineAsync(c),
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
    })
    {
        BaseAddress = new Uri($"http://engine/{ApiVersion}/"),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>The engine's clock when it last answered, in whole seconds; it need not agree with this machine's.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Runs a command in a container and waits until it ends.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="cancellation">Gives up; the command is left to end by itself.</param>
    /// <returns>How it ended, with the first 1 MiB of what it printed.</returns>
    /// <exception cref="SlipwayException">The container does not run, or has no such program.</exception>
    public async Task<CommandOutcome> ExecuteAsync(string container, IEnumerable<string> command, CancellationToken cancellation)
    {
        var words = string.Join(',', command.Select(c => $"\"{JsonEncodedText.Encode(c)}\""));
        var definition = $$"""{"AttachStdout":true,"AttachStderr":true,"Cmd":[{{words}}]}""";
        using var created = await PostAsync($"containers/{Uri.EscapeDataString(container)}/exec", definition, cancellation)
            ?? throw new SlipwayException(ExitCode.Failed, $"there is no container {container}");
        var id = created.RootElement.GetProperty("Id").GetString();

        // The answer's stream ends when the command does.
        using var start = new HttpRequestMessage(HttpMethod.Post, new Uri($"exec/{id}/start", UriKind.Relative))
        {
            Content = Json("""{"Detach":false,"Tty":false}"""),
        };
        using var output = await _http.SendAsync(start, HttpCompletionOption.ResponseHeadersRead, cancellation);
        var (text, errors) = await EngineOutput.ReadAsync(await output.Content.ReadAsStreamAsync(cancellation), cancellation);
        using var ended = await GetAsync($"exec/{id}/json", cancellation);
        var exitCode = ended!.RootElement.TryGetProperty("ExitCode", out var code) && code.ValueKind == JsonValueKind.Number ? code.GetInt32() : -1;
        return new CommandOutcome(exitCode, text, errors);
    }

    /// <summary>Reads what a container without a terminal wrote to its standard output.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="since">From when on, by the engine's clock.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The first 1 MiB; nothing when there is no such container.</returns>
    /// <exception cref="SlipwayException">The engine is down or answers with an error.</exception>
    public async Task<string> LogAsync(string container, DateTimeOffset since, CancellationToken cancellation)
    {
        var nanoseconds = (since - DateTimeOffset.UnixEpoch).Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick;
        var start = string.Create(CultureInfo.InvariantCulture, $"{since.ToUnixTimeSeconds()}.{nanoseconds:000000000}");
        var path = $"containers/{Uri.EscapeDataString(container)}/logs?stdout=1&since={start}";
        var (status, body, _) = await ExchangeAsync(HttpMethod.Get, path, null, cancellation);
        using var pieces = new MemoryStream(body);
        return status == HttpStatusCode.NotFound ? string.Empty : (await EngineOutput.ReadAsync(pieces, cancellation)).Output;
    }

    /// <summary>Starts, stops or restarts a container or lets it go on after a pause, and waits until it has.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="action"><c>start</c>, <c>stop</c>, <c>restart</c> or <c>unpause</c>.</param>
    /// <param name="cancellation">Gives up; the engine may go on.</param>
    /// <returns>False when there is no such container; one that is so already is as good.</returns>
    /// <exception cref="SlipwayException">The engine is down or answers with an error.</exception>
    public async Task<bool> ActAsync(string container, string action, CancellationToken cancellation) =>
        (await ExchangeAsync(HttpMethod.Post, $"containers/{Uri.EscapeDataString(container)}/{action}", null, cancellation)).Status != HttpStatusCode.NotFound;

    /// <summary>Copies an archive into a container, which need not run.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="archive">A tar archive; its paths begin at the container's root.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>When it is there.</returns>
    /// <exception cref="SlipwayException">The engine is down or answers with an error.</exception>
    public async Task CopyIntoAsync(string container, Stream archive, CancellationToken cancellation)
    {
        using var content = new StreamContent(archive) { Headers = { ContentType = new("application/x-tar") } };
        await ExchangeAsync(HttpMethod.Put, $"containers/{Uri.EscapeDataString(container)}/archive?path=%2F", content, cancellation);
    }

    /// <summary>Makes an image without a file in it, for containers that are never started; nothing has to be pulled for that.</summary>
    /// <param name="name">The image's name. An image that has it already is left as it is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>When it is there.</returns>
    /// <exception cref="SlipwayException">The engine is down or answers with an error.</exception>
    public async Task ImportEmptyAsync(string name, CancellationToken cancellation)
    {
        // An archive ends with two blocks of zeros (POSIX, pax).
        const int End = 1024;
        using var existing = await GetAsync($"images/{name}/json", cancellation);
        if (existing is null)
        {
            using var content = new ByteArrayContent(new byte[End]) { Headers = { ContentType = new("application/x-tar") } };
            await ExchangeAsync(HttpMethod.Post, $"images/create?fromSrc=-&repo={Uri.EscapeDataString(name)}", content, cancellation);
        }
    }

    /// <summary>Reads the files of a folder in a container, which need not run.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="folder">The folder's absolute path in it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The text of each file that is right in it, by its name; null when there is no such container or folder.</returns>
    /// <exception cref="SlipwayException">The engine is down or answers with an error.</exception>
    public async Task<IReadOnlyDictionary<string, string>?> ReadFolderAsync(string container, string folder, CancellationToken cancellation)
    {
        var path = $"containers/{Uri.EscapeDataString(container)}/archive?path={Uri.EscapeDataString(folder)}";
        var (status, body, _) = await ExchangeAsync(HttpMethod.Get, path, null, cancellation);
        if (status == HttpStatusCode.NotFound)
        {
            return null;
        }

        using var archive = new MemoryStream(body);
        await using var tar = new TarReader(archive);
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await tar.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile && entry.Name.Count(c => c == '/') == 1)
            {
                using var text = new StreamReader(entry.DataStream ?? Stream.Null);
                files[Path.GetFileName(entry.Name)] = await text.ReadToEndAsync(cancellation);
            }
        }

        return files;
    }

    /// <summary>Asks how large a file in a container is, which need not run.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="file">The file's absolute path in it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Its length in bytes; null when it is a folder, a link or the like, or is not there.</returns>
    /// <exception cref="SlipwayException">The engine is down or answers with an error.</exception>
    public async Task<long?> FileLengthAsync(string container, string file, CancellationToken cancellation)
    {
        // The bits of Go's FileMode that no regular file has (pkg.go.dev/io/fs, ModeType).
        const long OtherKinds = 0x8F280000;
        var path = $"containers/{Uri.EscapeDataString(container)}/archive?path={Uri.EscapeDataString(file)}";
        var (_, _, headers) = await ExchangeAsync(HttpMethod.Head, path, null, cancellation);
        if (!headers.TryGetValues("X-Docker-Container-Path-Stat", out var values))
        {
            return null;
        }

        using var stat = JsonDocument.Parse(Convert.FromBase64String(values.Single()));
        return (stat.RootElement.GetProperty("mode").GetInt64() & OtherKinds) == 0 ? stat.RootElement.GetProperty("size").GetInt64() : null;
    }

    /// <summary>Waits until a container has ended.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="cancellation">Gives up; the container is left to end by itself.</param>
    /// <returns>Its exit code.</returns>
    /// <exception cref="SlipwayException">There is no such container, or the engine is down.</exception>
    public async Task<int> WaitAsync(string container, CancellationToken cancellation)
    {
        using var ended = await PostAsync($"containers/{Uri.EscapeDataString(container)}/wait", "{}", cancellation)
            ?? throw new SlipwayException(ExitCode.Failed, $"there is no container {container}");
        return ended.RootElement.GetProperty("StatusCode").GetInt32();
    }

    /// <summary>Reads what a container without a terminal wrote to its standard error.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The last 20 lines; nothing when there is no such container.</returns>
    /// <exception cref="SlipwayException">The engine is down or answers with an error.</exception>
    public async Task<IReadOnlyList<string>> ErrorsAsync(string container, CancellationToken cancellation)
    {
        var (status, body, _) = await ExchangeAsync(HttpMethod.Get, $"containers/{Uri.EscapeDataString(container)}/logs?stderr=1", null, cancellation);
        using var pieces = new MemoryStream(body);
        return status == HttpStatusCode.NotFound ? [] : (await EngineOutput.ReadAsync(pieces, cancellation)).LastErrors;
    }

    /// <summary>Reads a resource.</summary>
    /// <param name="path">The path below the API version.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The JSON, or null when the engine answers 404.</returns>
    /// <exception cref="SlipwayException">The engine is down, too old, or answers with an error.</exception>
    public Task<JsonDocument?> GetAsync(string path, CancellationToken cancellation) => SendAsync(HttpMethod.Get, path, null, cancellation);

    /// <summary>Asks whether there is a resource, without having it sent.</summary>
    /// <param name="path">The path below the API version.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when the engine answers 404.</returns>
    /// <exception cref="SlipwayException">The engine is down or answers with an error.</exception>
    public async Task<bool> ExistsAsync(string path, CancellationToken cancellation) =>
        (await ExchangeAsync(HttpMethod.Head, path, null, cancellation)).Status != HttpStatusCode.NotFound;

    /// <summary>Creates something.</summary>
    /// <param name="path">The path below the API version.</param>
    /// <param name="json">The body.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The answer's JSON, or null when it has none.</returns>
    /// <exception cref="SlipwayException">The engine is down or answers with an error.</exception>
    public Task<JsonDocument?> PostAsync(string path, string json, CancellationToken cancellation) => SendAsync(HttpMethod.Post, path, json, cancellation);

    /// <summary>Removes something; what is not there any more is no error.</summary>
    /// <param name="path">The path below the API version.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>When it is removed.</returns>
    /// <exception cref="SlipwayException">The engine is down or answers with an error.</exception>
    public async Task DeleteAsync(string path, CancellationToken cancellation) =>
        (await SendAsync(HttpMethod.Delete, path, null, cancellation))?.Dispose();

    /// <summary>Opens a stream of lines, such as the engine's events.</summary>
    /// <param name="path">The path below the API version.</param>
    /// <param name="cancellation">Ends the stream.</param>
    /// <returns>The lines as they come.</returns>
    public async Task<StreamReader> OpenAsync(string path, CancellationToken cancellation)
    {
        var response = await _http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        return new StreamReader(await response.Content.ReadAsStreamAsync(cancellation), Encoding.UTF8);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private async Task<JsonDocument?> SendAsync(HttpMethod method, string path, string? json, CancellationToken cancellation)
    {
        var (status, body, _) = await ExchangeAsync(method, path, json is null ? null : Json(json), cancellation);
        return status == HttpStatusCode.NotFound || body.Length == 0 ? null : JsonDocument.Parse(body);
    }

    private async Task<(HttpStatusCode Status, byte[] Body, HttpResponseHeaders Headers)> ExchangeAsync(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var span = Spans.Begin(() => $"engine: {method} {path.Split('?')[0]}");

        // What is asked to be done takes its time; what is only read does not.
        using var limit = new CancellationTokenSource(method == HttpMethod.Get || method == HttpMethod.Head ? ReadTimeout : Timeout.InfiniteTimeSpan);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            Now = response.Headers.Date ?? Now;
            return response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.NotModified
                ? (response.StatusCode, body, response.Headers)
                : throw new SlipwayException(
                    ExitCode.Failed, $"{connection.DisplayName} refuses ({(int)response.StatusCode}): {EngineSentence.In(Encoding.UTF8.GetString(body))}");
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new SlipwayException(
                ExitCode.MissingPart,
                $"the Docker Engine at {connection.SocketPath} ({connection.DisplayName}) does not answer within {ReadTimeout.TotalSeconds:0} s",
                "look at its log",
                e);
        }
        catch (HttpRequestException e) when (e.InnerException is SocketException or IOException or null)
        {
            throw new SlipwayException(
                ExitCode.MissingPart,
                $"no Docker Engine answers at {connection.SocketPath} ({connection.DisplayName}): {e.InnerException?.Message ?? e.Message}",
                "start it, or let ./build.sh --bootstrap install and start what is missing on this machine",
                e);
        }
    }
}
