using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>A browser that comes to a stage by TLS and by any name, and takes whatever certificate it is shown.</summary>
internal sealed class TlsClient : IDisposable
{
    private readonly HttpClient _client;
    private readonly SocketsHttpHandler _handler;

    /// <param name="version">The version of HTTP, and no other.</param>
    public TlsClient(ProxyStage stage, Version version, int port = 443)
    {
        _handler = new SocketsHttpHandler
        {
            ConnectCallback = (_, cancellation) => Tcp.To(new IPEndPoint(stage.Address, port))(cancellation),
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, shown, _, _) => See(shown) },
            AllowAutoRedirect = false,
        };
        _client = new HttpClient(_handler) { DefaultRequestVersion = version, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
    }

    /// <summary>The serial number of the certificate of the last connection.</summary>
    public string? Serial { get; private set; }

    public Task<HttpResponseMessage> GetAsync(string address, params IReadOnlyList<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address)) { Version = _client.DefaultRequestVersion, VersionPolicy = _client.DefaultVersionPolicy };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        return _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> TextAsync(string address, params IReadOnlyList<(string Name, string Value)> headers)
    {
        using var response = await GetAsync(address, headers);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private bool See(X509Certificate? shown)
    {
        Serial = shown!.GetSerialNumberString();
        return true;
    }
}
