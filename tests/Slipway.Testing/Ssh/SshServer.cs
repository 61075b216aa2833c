using System.Diagnostics;
using System.Globalization;
using Slipway.Testing.Network;
using Slipway.Testing.Programs;
using Xunit;

namespace Slipway.Testing.Ssh;

/// <summary>
/// An sshd on a loopback port, with keys of its own, and an ssh client on PATH that knows them. It ends when it is disposed, or together
/// with this process.
/// </summary>
public sealed class SshServer : IAsyncLifetime
{
    private const string Program = "/usr/sbin/sshd";

    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-tests-ssh-").FullName;
    private readonly int _port = FreePort.Find();
    private Process? _server;

    /// <summary>Whether this machine can run one: it has an sshd, and the user may sign in as itself.</summary>
    public static bool IsPossible => File.Exists(Program) && Environment.UserName == "root";

    /// <summary>The engine of this machine by way of ssh.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"ssh://root@127.0.0.1:{_port}");

    /// <summary>PATH with the client that knows the keys before all others.</summary>
    public string SearchPath => $"{Path.Combine(_folder, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";

    /// <summary>What every ssh process that uses this server has among its arguments.</summary>
    public string ClientConfiguration => Path.Combine(_folder, "client");

    public async ValueTask InitializeAsync()
    {
        await Tools.NeedAsync(Program, "openssh-server");
        foreach (var key in new[] { "host", "user" })
        {
            await RunAsync("ssh-keygen", "-q", "-t", "ed25519", "-N", string.Empty, "-f", Path.Combine(_folder, key));
        }

        await WriteClientAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            _server.StandardInput.Close();
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static async Task RunAsync(params IEnumerable<string> command) => (await RunningProgram.RunAsync(command)).ShouldHaveEndedWith(0);

    private async Task WriteClientAsync()
    {
        var hostKey = await File.ReadAllTextAsync(Path.Combine(_folder, "host.pub"));
        Write("known_hosts", string.Create(CultureInfo.InvariantCulture, $"[127.0.0.1]:{_port} {hostKey}"));
        Write("client", $"""
            Host *
              IdentityFile {_folder}/user
              IdentitiesOnly yes
              UserKnownHostsFile {_folder}/known_hosts
              StrictHostKeyChecking yes

            """);
        Directory.CreateDirectory(Path.Combine(_folder, "bin"));
        Write("bin/ssh", $"#!/bin/sh\nexec /usr/bin/ssh -F {ClientConfiguration} \"$@\"\n");
        await RunAsync("chmod", "755", Path.Combine(_folder, "bin", "ssh"));
    }

    private async Task StartAsync()
    {
        // A home for its unprivileged half; without a service manager nobody else has made it.
        Directory.CreateDirectory("/run/sshd");
        Write("server", string.Create(CultureInfo.InvariantCulture, $"""
            ListenAddress 127.0.0.1
            Port {_port}
            HostKey {_folder}/host
            AuthorizedKeysFile {_folder}/user.pub
            PidFile none
            PermitRootLogin prohibit-password
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            StrictModes no
            UsePAM no
            MaxStartups 50

            """));

        // The shell ends it as soon as nobody holds the other end of the shell's input any more.
        var start = new ProcessStartInfo("sh", ["-c", $"{Program} -D -e -f \"$0\" 2>&1 & exec >/dev/null; cat; kill $!", Path.Combine(_folder, "server")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _server = Process.Start(start)!;
        await ListeningAsync(_server.StandardOutput);
    }

    private static async Task ListeningAsync(StreamReader log)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var said = new List<string>();
        while (await log.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("Server listening on", StringComparison.Ordinal))
            {
                // What it says from now on is of no interest, but it must not have to wait for a reader.
                _ = log.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return;
            }

            said.Add(line);
        }

        throw new InvalidOperationException($"{Program} does not listen:\n{string.Join('\n', said)}");
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
