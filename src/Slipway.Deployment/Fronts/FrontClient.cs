using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Slipway.Engine.Addresses;
using Slipway.Traffic.Probing;

namespace Slipway.Deployment.Fronts;

/// <summary>Makes users' requests to ports that the engine's host publishes, each over a connection of its own.</summary>
/// <param name="connection">The way to the host.</param>
/// <param name="time">The clock.</param>
internal sealed class FrontClient(EngineConnection connection, TimeProvider time)
{
    // Slower is how a front answers that waits for an address which is gone.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    /// <summary>Asks once.</summary>
    /// <returns>The request as it was made, and what was answered.</returns>
    public async Task<(FrontRequest Made, ProbeAnswer Answer)> AskAsync(FrontRequest request, CancellationToken cancellation)
    {
        if (request.IsTls is { } known)
        {
            return (request, await AskAsync(request, known, cancellation));
        }

        // A server of https answers a request of http with 400, or not at all.
        var plain = await AskAsync(request, isTls: false, cancellation);
        if (plain.Status is not null and not 400)
        {
            return (request with { IsTls = false }, plain);
        }

        var secure = await AskAsync(request, isTls: true, cancellation);
        return secure.Status is null ? (request with { IsTls = plain.Status is null ? null : false }, plain) : (request with { IsTls = true }, secure);
    }

    private async Task<ProbeAnswer> AskAsync(FrontRequest request, bool isTls, CancellationToken cancellation)
    {
        var host = request.Port == (isTls ? 443 : 80) ? request.Host : $"{request.Host}:{request.Port}";
        var probe = new ProbeRequest(request.Path, host) { LowestStatus = 100, HighestStatus = 999, AttemptTimeout = Patience, Interval = Patience };
        var result = await new ReadinessProbe(time).WaitAsync(s => ConnectAsync(request, isTls, s), probe, Patience, cancellation);
        return result.Last;
    }

    [SuppressMessage("Security", "CA5359", Justification = "whether the front answers is asked, not who it is: nothing secret is sent")]
    private async ValueTask<Stream> ConnectAsync(FrontRequest request, bool isTls, CancellationToken cancellation)
    {
        var stream = await connection.ConnectToContainerAsync(IPAddress.Parse(request.Address), request.Port, cancellation);
        if (!isTls)
        {
            return stream;
        }

        var secure = new SslStream(stream, leaveInnerStreamOpen: false, (_, _, _, _) => true);
        try
        {
            await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = request.Host }, cancellation);
            return secure;
        }
        catch (AuthenticationException e)
        {
            await secure.DisposeAsync();
            throw new IOException(e.Message, e);
        }
        catch
        {
            await secure.DisposeAsync();
            throw;
        }
    }
}
