using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using CliWrap;
using CliWrap.Buffered;
using Slipway.Engine.Errors;

namespace Slipway.Engine.Addresses;

/// <summary>
/// The engine of another machine, through one ssh connection: its API socket and its containers' ports are
/// forwarded to unix sockets in a folder that only this user can enter.
/// </summary>
[SuppressMessage("Usage", "CA2213", Justification = "the master ends, and is awaited, when the connection is disposed")]
internal sealed class SshConnection : EngineConnection
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, Task<string>> _forwards = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _folder;
    private readonly Uri _host;
    private CommandTask<CommandResult>? _master;

    private readonly string? _context;

    private SshConnection(Uri host, string? context, string folder) => (_host, _context, _folder) = (host, context, folder);

    public override string DisplayName => _host.ToString().TrimEnd('/') + (_context is null ? string.Empty : $" (docker context {_context})");

    public override string SocketPath => Path.Combine(_folder, "engine");

    public override bool IsLocal => false;

    private string ControlPath => Path.Combine(_folder, "control");

    /// <summary>Connects.</summary>
    /// <param name="host">Such as <c>ssh://user@host:22</c>; a path names the engine's socket there.</param>
    /// <param name="context">The docker context that names it; null without one.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="SlipwayException">ssh can't connect.</exception>
    public static async Task<SshConnection> OpenAsync(Uri host, string? context, CancellationToken cancellation)
    {
        var connection = new SshConnection(host, context, Directory.CreateTempSubdirectory("slipway-").FullName);
        try
        {
            await connection.StartMasterAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask<Stream> ConnectToContainerAsync(IPAddress address, int port, CancellationToken cancellation)
    {
        var target = $"{address}:{port}";
        var socket = await _forwards.GetOrAdd(target, _ => ForwardAsync(target, Path.Combine(_folder, target.Replace(':', '-')), cancellation));
        return await ConnectToSocketAsync(socket, cancellation);
    }

    public override async Task<string> DriverHostAsync(IPAddress address, int port, string socketName, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, address.ToString())).FullName;
        var socket = Path.Combine(folder, socketName);
        await _forwards.GetOrAdd(socket, _ => ForwardAsync($"{address}:{port}", socket, cancellation));
        return folder;
    }

    public override async Task<string?> AskHostAsync(string command, CancellationToken cancellation)
    {
        var result = await Cli.Wrap("ssh")
            .WithArguments(["-S", ControlPath, "-o", "BatchMode=yes", .. Destination(), command])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellation);
        return result.StandardOutput;
    }

    public override async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_master is not null)
        {
            await _master.Task.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
        await base.DisposeAsync();
    }

    private async Task StartMasterAsync(CancellationToken cancellation)
    {
        var remoteSocket = _host.AbsolutePath is { Length: > 1 } path ? path : "/var/run/docker.sock";
        var connected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var errors = new List<string>();

        // The remote side runs `cat` on a pipe that we hold open: should this process be killed, the pipe closes,
        // cat ends, and with it the connection. Nothing is left behind on either side.
        _master = Cli.Wrap("ssh")
            .WithArguments([
                "-M", "-S", ControlPath, "-o", "BatchMode=yes", "-o", "ExitOnForwardFailure=yes", "-o", "StreamLocalBindMask=0177",
                "-o", $"ConnectTimeout={(int)ConnectTimeout.TotalSeconds}", "-o", "ServerAliveInterval=5", "-o", "ServerAliveCountMax=6",
                "-L", $"{SocketPath}:{remoteSocket}", .. Destination(), "echo connected; exec cat >/dev/null"])
            .WithStandardInputPipe(PipeSource.Create(async (_, s) => await Task.Delay(Timeout.Infinite, s)))
            .WithStandardOutputPipe(PipeTarget.ToDelegate(_ => connected.TrySetResult()))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(errors.Add))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(_stop.Token);
        var first = await Task.WhenAny(connected.Task, _master.Task).WaitAsync(cancellation);
        if (first != connected.Task)
        {
            var reason = errors.Count > 0 ? string.Join("; ", errors) : "ssh ended without a word";
            throw new SlipwayException(
                ExitCode.MissingPart, $"{DisplayName} can't be reached: {reason}", $"try: ssh {string.Join(' ', Destination())} docker version");
        }
    }

    private async Task<string> ForwardAsync(string target, string socket, CancellationToken cancellation)
    {
        var result = await Cli.Wrap("ssh")
            .WithArguments(["-S", ControlPath, "-O", "forward", "-o", "StreamLocalBindMask=0177", "-L", $"{socket}:{target}", .. Destination()])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellation);
        return result.ExitCode == 0 ? socket : throw new SocketException((int)SocketError.HostUnreachable);
    }

    private IEnumerable<string> Destination()
    {
        if (!_host.IsDefaultPort && _host.Port > 0)
        {
            yield return "-p";
            yield return _host.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        yield return _host.UserInfo.Length > 0 ? $"{_host.UserInfo}@{_host.Host}" : _host.Host;
    }
}
