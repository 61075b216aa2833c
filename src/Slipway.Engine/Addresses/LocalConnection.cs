using System.Net;
using System.Net.Sockets;

namespace Slipway.Engine.Addresses;

/// <summary>The engine of this machine: its containers answer at their own addresses.</summary>
/// <param name="socketPath">The engine's socket.</param>
/// <param name="context">The docker context that names it; null without one.</param>
internal sealed class LocalConnection(string socketPath, string? context = null) : EngineConnection
{
    public override string DisplayName => "the local engine" + (context is null ? string.Empty : $" (docker context {context})");

    public override string SocketPath => socketPath;

    public override bool IsLocal => true;

    public override ValueTask<Stream> ConnectToContainerAsync(IPAddress address, int port, CancellationToken cancellation) =>
        ConnectAsync(new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }, new IPEndPoint(address, port), cancellation);

    public override Task<string> DriverHostAsync(IPAddress address, int port, string socketName, CancellationToken cancellation) =>
        Task.FromResult(address.ToString());
}
