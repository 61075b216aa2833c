namespace Slipway.Traffic.Http;

/// <summary>Asks one port of a container, over connections that somebody else knows how to open.</summary>
public sealed class ContainerHttp : IDisposable
{
    private readonly CancellationTokenSource _disposed = new();
    private readonly HttpClient _client;
    private readonly TimeSpan _patience;

    /// <summary>Asks nothing yet.</summary>
    /// <param name="connect">
    /// Opens a connection to the port. It says that it failed by an <see cref="IOException"/> or a
    /// <see cref="System.Net.Sockets.SocketException"/>.
    /// </param>
    /// <param name="patience">How long to wait at most for a connection, and for a text.</param>
    public ContainerHttp(Func<CancellationToken, ValueTask<Stream>> connect, TimeSpan patience)
    {
        _patience = patience;
        _client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, stop) =>
            {
                // The handler lets a connection that nobody waits for any more come about all the same.
                using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, _disposed.Token);
                return await connect(either.Token);
            },
            ConnectTimeout = patience,
            // In KB, of headers: whatever an application's clients take, a probe takes as well.
            MaxResponseHeadersLength = 128,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Gets a small text.</summary>
    /// <param name="path">The path, with its query; starts with a slash.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The body of a successful answer (2xx); null when nobody answers within the patience, or not with success.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was triggered.</exception>
    public async Task<string?> GetTextAsync(string path, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        either.CancelAfter(_patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, AddressOf(path));
            using var response = await SendAsync(request, either.Token);
            return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(either.Token) : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed.Cancel();
        _client.Dispose();
        _disposed.Dispose();
    }

    // Where the connections lead is the caller's secret: the name is only there to be a name.
    internal static Uri AddressOf(string path) => new("http://container" + path);

    /// <summary>Sends a request; the answer is there with its head, its body is yet to be read.</summary>
    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation) =>
        _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
}
