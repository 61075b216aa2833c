using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Slipway.Deployment.Execution;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;
using Slipway.Traffic.Proxies;

namespace Slipway.Deployment.Proxies;

/// <summary>
/// Asks the proxy for each host, by TLS, until it shows a certificate that is for it and not over. Who has signed it is not judged: that is between users and
/// the authority.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class AwaitCertificatesHandler(ProxyAccesses proxies, EngineClient engine, TimeProvider time) : StepHandler<AwaitCertificatesStep>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(AwaitCertificatesStep step, StepOutput output, CancellationToken cancellation)
    {
        var proxy = proxies.Of(step.ProxyContainer);
        var began = time.GetTimestamp();
        foreach (var host in step.Hosts)
        {
            while (!await IsShownAsync(proxy, host, cancellation))
            {
                if (time.GetElapsedTime(began) > step.Timeout)
                {
                    var why = (proxy.Proxy as IObtainsCertificates)?.WhyNotObtained(await engine.ErrorsAsync(step.ProxyContainer, cancellation));
                    throw StepFailure.Of(
                        step,
                        $"none for {host} after {step.Timeout.TotalSeconds:0} s{(why is null ? "" : ": " + why)}",
                        ExitCode.NotReady,
                        $"does {host} lead to this host, and do ports 80 and 443 reach the proxy from outside?");
                }

                output.Progress($"waiting for the certificate of {host}");
                await Task.Delay(Interval, time, cancellation);
            }
        }
    }

    private async Task<bool> IsShownAsync(ProxyAccess proxy, string host, CancellationToken cancellation)
    {
        try
        {
            await using var stream = new SslStream(await proxy.ConnectAsync(proxy.Plan.Tls!.Port, cancellation));
            var options = new SslClientAuthenticationOptions { TargetHost = host, RemoteCertificateValidationCallback = (_, c, _, _) => c is not null };
            await stream.AuthenticateAsClientAsync(options, cancellation);
            return stream.RemoteCertificate is X509Certificate2 shown
                && shown.NotAfter.ToUniversalTime() > engine.Now
                && shown.MatchesHostname(host, allowWildcards: true, allowCommonName: false);
        }
        catch (Exception e) when (e is IOException or SocketException or AuthenticationException)
        {
            return false;
        }
    }
}
