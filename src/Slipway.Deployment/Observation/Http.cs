using System.Net.Sockets;

namespace Slipway.Deployment.Observation;

/// <summary>Asks a container for a small text.</summary>
internal static class Http
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Gets the body of a successful answer.</summary>
    /// <param name="connect">Opens the connection.</param>
    /// <param name="path">The path.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The body; null when nobody answers in 3 s, or not with success.</returns>
    public static async Task<string?> GetAsync(Func<CancellationToken, ValueTask<Stream>> connect, string path, CancellationToken cancellation)
    {
        using var client = new HttpClient(new SocketsHttpHandler { ConnectCallback = (_, stop) => connect(stop), UseProxy = false, UseCookies = false }) { Timeout = Patience };
        try
        {
            return await client.GetStringAsync(new Uri("http://container" + path), cancellation);
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
