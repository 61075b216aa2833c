using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.EndToEnd.Fronts;

/// <summary>Users who come by HTTPS and by the site's names, and who trust its certificate only.</summary>
internal sealed class TlsUsers : IDisposable
{
    private readonly HttpClient _client;
    private readonly int _port;

    /// <param name="port">The port of this machine, whatever the names are.</param>
    /// <param name="trusted">What the certificate has to be.</param>
    public TlsUsers(int port, X509Certificate2 trusted)
    {
        _port = port;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(trusted);
        _client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = ConnectAsync,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy },
        })
        {
            Timeout = TimeSpan.FromSeconds(60),
        };
    }

    /// <summary>What the service behind a page is told and tells.</summary>
    /// <param name="page">Such as <c>https://shop.test/</c>.</param>
    public async Task<Answer> AskAsync(string page) => (await _client.GetFromJsonAsync<Answer>(new Uri(page), TestContext.Current.CancellationToken))!;

    /// <summary>The page, and its headers.</summary>
    /// <inheritdoc cref="AskAsync"/>
    public Task<HttpResponseMessage> GetAsync(string page) => _client.GetAsync(new Uri(page), TestContext.Current.CancellationToken);

    public void Dispose() => _client.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync("127.0.0.1", _port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
