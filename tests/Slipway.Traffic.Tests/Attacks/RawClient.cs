using System.Net;
using System.Net.Security;
using Slipway.Testing.Certificates;
using Slipway.Traffic.Tests.EndToEnd;

namespace Slipway.Traffic.Tests.Attacks;

/// <summary>A client that sends bytes as they are, on a connection for each request.</summary>
/// <param name="trusted">Whom it takes for the server.</param>
/// <param name="protocol">What is agreed on by TLS; null for a client that comes without.</param>
internal sealed class RawClient(ProxyStage stage, TestCertificate trusted, SslApplicationProtocol? protocol)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(14);

    public bool IsHttp2 => protocol == SslApplicationProtocol.Http2;

    /// <summary>Sends a request and reads until the connection ends or, by HTTP/2, until its stream 1 has.</summary>
    /// <param name="parts">What is sent, one after the other.</param>
    /// <param name="pause">How long it waits after each.</param>
    public async Task<Answer> AskAsync(IEnumerable<byte[]> parts, TimeSpan pause = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        await using var connection = new RawConnection(await ConnectAsync(limit.Token), limit.Token);
        try
        {
            return IsHttp2 ? await connection.AskByHttp2Async(parts, pause) : await connection.AskAsync(parts, pause);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            return new Answer(Answer.None, 0);
        }
    }

    private async Task<Stream> ConnectAsync(CancellationToken cancellation)
    {
        var plain = await Tcp.To(new IPEndPoint(stage.Address, protocol is null ? 80 : TlsPlans.Port))(cancellation);
        if (protocol is not { } agreed)
        {
            return plain;
        }

        var tls = new SslStream(plain);
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = ProxyStage.Service,
            ApplicationProtocols = [agreed],
            CertificateChainPolicy = trusted.TrustedAlone(),
        };
        await tls.AuthenticateAsClientAsync(options, cancellation);
        tls.NegotiatedApplicationProtocol.ShouldBe(agreed);
        return tls;
    }
}
