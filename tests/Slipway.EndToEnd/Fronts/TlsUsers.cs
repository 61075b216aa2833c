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
        Policy.CustomTrustStore.Add(trusted);
        _client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = ConnectAsync,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = Policy },
        })
        {
            Timeout = TimeSpan.FromSeconds(60),
        };
    }

    /// <summary>What they hold a certificate against.</summary>
    public X509ChainPolicy Policy { get; } = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };

    /// <summary>What the service behind a page is told and tells.</summary>
    /// <param name="page">Such as <c>https://shop.test/</c>.</param>
    public async Task<Answer> AskAsync(string page) => (await _client.GetFromJsonAsync<Answer>(new Uri(page), TestContext.Current.CancellationToken))!;

    /// <summary>The page, and its headers.</summary>
    /// <inheritdoc cref="AskAsync"/>
    public Task<HttpResponseMessage> GetAsync(string page) => _client.GetAsync(new Uri(page), TestContext.Current.CancellationToken);

    /// <summary>The serial number of the certificate that a new connection is shown.</summary>
    /// <param name="host">The name that is asked for.</param>
    public async Task<string> SerialAsync(string host)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", _port, TestContext.Current.CancellationToken);
        await using var stream = new SslStream(new NetworkStream(socket));
        var options = new SslClientAuthenticationOptions { TargetHost = host, CertificateChainPolicy = Policy };
        await stream.AuthenticateAsClientAsync(options, TestContext.Current.CancellationToken);
        return stream.RemoteCertificate!.GetSerialNumberString();
    }

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
