using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Slipway.Engine.Errors;

namespace Slipway.Engine.Addresses;

/// <summary>
/// An engine of this machine that listens on TCP, with TLS or without: a unix socket in a folder that only this user can enter leads to it, so that
/// the programs which are started need to know of no certificate.
/// </summary>
internal sealed class TcpConnection : EngineConnection
{
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2? _own;
    private readonly X509Certificate2Collection _authorities = [];
    private readonly string _folder;
    private readonly Uri _address;
    private readonly string _name;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private Task _serving = Task.CompletedTask;

    private TcpConnection(Uri address, string name, string? certificates)
    {
        (_address, _name, _folder) = (address, name, Directory.CreateTempSubdirectory("slipway-").FullName);
        if (certificates is not null)
        {
            _own = X509Certificate2.CreateFromPemFile(Path.Combine(certificates, "cert.pem"), Path.Combine(certificates, "key.pem"));
            _authorities.ImportFromPemFile(Path.Combine(certificates, "ca.pem"));
        }
    }

    public override string DisplayName => _name;

    public override string SocketPath => Path.Combine(_folder, "engine");

    public override bool IsLocal => true;

    /// <summary>Connects.</summary>
    /// <param name="address">Such as <c>tcp://127.0.0.1:2376</c>.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="certificates">The folder with the certificates; null without TLS.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="SlipwayException">Nothing answers there, or the certificates don't fit.</exception>
    public static async Task<TcpConnection> OpenAsync(Uri address, string name, string? certificates, CancellationToken cancellation)
    {
        TcpConnection? connection = null;
        try
        {
            connection = new TcpConnection(address, name, certificates);
            await using (await connection.ReachAsync(cancellation))
            {
                connection.Serve();
                return connection;
            }
        }
        catch (Exception e) when (e is SocketException or IOException or System.Security.Authentication.AuthenticationException
            or System.Security.Cryptography.CryptographicException or UnauthorizedAccessException)
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            throw new SlipwayException(ExitCode.MissingPart, $"{name} can't be reached: {e.Message}", "try: docker version", e);
        }
    }

    public override ValueTask<Stream> ConnectToContainerAsync(IPAddress address, int port, CancellationToken cancellation) =>
        ConnectAsync(new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }, new IPEndPoint(address, port), cancellation);

    public override Task<string> DriverHostAsync(IPAddress address, int port, string socketName, CancellationToken cancellation) =>
        Task.FromResult(address.ToString());

    public override async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
        _own?.Dispose();
        Directory.Delete(_folder, recursive: true);
        await base.DisposeAsync();
    }

    private void Serve()
    {
        _listener.Bind(new UnixDomainSocketEndPoint(SocketPath));
        _listener.Listen();
        _serving = Task.Run(AcceptAsync);
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            Socket accepted;
            try
            {
                accepted = await _listener.AcceptAsync(_stop.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => PassOnAsync(accepted));
        }
    }

    [SuppressMessage("Reliability", "CA2025", Justification = "a stream that is closed ends the copy that still reads from it, and its error is expected")]
    private async Task PassOnAsync(Socket accepted)
    {
        try
        {
            await using var near = new NetworkStream(accepted, ownsSocket: true);
            await using var far = await ReachAsync(_stop.Token);
            await PassOnAsync(near, far, _stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // Whoever asked sees that the connection is closed.
        }
    }

    private static async Task PassOnAsync(Stream near, Stream far, CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var back = far.CopyToAsync(near, ended.Token);
        var there = near.CopyToAsync(far, ended.Token);

        // Whoever sends no more may still wait for the answer.
        await Task.WhenAny(back, there.ContinueWith(_ => back, TaskScheduler.Default).Unwrap());
        await ended.CancelAsync();
        await Task.WhenAll(back, there);
    }

    private async Task<Stream> ReachAsync(CancellationToken cancellation)
    {
        var port = _address.Port > 0 ? _address.Port : _own is null ? 2375 : 2376;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var plain = await ConnectAsync(socket, new DnsEndPoint(_address.Host.Trim('[', ']'), port), cancellation);
        if (_own is null)
        {
            return plain;
        }

        var secured = new SslStream(plain);
        try
        {
            var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            trust.CustomTrustStore.AddRange(_authorities);
            await secured.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions { TargetHost = _address.Host, ClientCertificates = [_own], CertificateChainPolicy = trust }, cancellation);
            return secured;
        }
        catch
        {
            await secured.DisposeAsync();
            throw;
        }
    }
}
