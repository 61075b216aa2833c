using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Benchmarks.Deploy;

/// <summary>An sshd of the benchmark's own on loopback, with keys that live no longer than it, and an <c>ssh</c> that knows it.</summary>
internal sealed class SshServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/sshd";
    private readonly string _folder;
    private readonly Process _server;

    private SshServer(string folder, Process server, int port) => (_folder, _server, Port) = (folder, server, port);

    /// <summary>Whether this machine can run one: it has an sshd, and the user may sign in as itself.</summary>
    public static bool IsPossible => File.Exists(Program) && Environment.UserName == "root";

    public int Port { get; }

    public string Address => $"ssh://root@127.0.0.1:{Port}";

    /// <summary>PATH with the <c>ssh</c> that knows this server first.</summary>
    public IReadOnlyDictionary<string, string> Variables =>
        new Dictionary<string, string> { ["PATH"] = $"{Path.Combine(_folder, "bin")}:{Environment.GetEnvironmentVariable("PATH")}" };

    public static async Task<SshServer> StartAsync(string folder, Shell shell)
    {
        Directory.CreateDirectory(Path.Combine(folder, "bin"));
        var port = FreePort.Find();
        var ssh = (await shell.RunAsync("sh", "-c", "command -v ssh")).Output;
        await KeyAsync("host");
        await KeyAsync("client");
        File.Copy(Path.Combine(folder, "client.pub"), Path.Combine(folder, "authorized_keys"));
        var hostKey = await File.ReadAllTextAsync(Path.Combine(folder, "host.pub"));
        await File.WriteAllTextAsync(Path.Combine(folder, "known_hosts"), string.Create(CultureInfo.InvariantCulture, $"[127.0.0.1]:{port} {hostKey}"));
        await File.WriteAllTextAsync(Path.Combine(folder, "ssh_config"), $"""
            Host 127.0.0.1
              IdentityFile {folder}/client
              IdentitiesOnly yes
              UserKnownHostsFile {folder}/known_hosts

            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "sshd_config"), $"""
            ListenAddress 127.0.0.1:{port}
            HostKey {folder}/host
            AuthorizedKeysFile {folder}/authorized_keys
            PidFile none
            PermitRootLogin prohibit-password
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            StrictModes no
            UsePAM no
            MaxStartups 50

            """);
        var wrapper = Path.Combine(folder, "bin", "ssh");
        await File.WriteAllTextAsync(wrapper, $"#!/bin/sh\nexec {ssh} -F {folder}/ssh_config \"$@\"\n");
        await shell.RunAsync("chmod", "700", wrapper);

        // Its home for the unprivileged half; without a service manager nobody else has made it.
        Directory.CreateDirectory("/run/sshd");
        var server = shell.Start("sh", "-c", $"{Program} -D -f {folder}/sshd_config -E {folder}/sshd.log & cat >/dev/null; kill $!");
        await ListeningAsync(port);
        return new SshServer(folder, server, port);

        Task KeyAsync(string name) => shell.RunAsync("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(folder, name));
    }

    public async ValueTask DisposeAsync()
    {
        _server.StandardInput.Close();
        await _server.WaitForExitAsync();
        _server.Dispose();
    }

    private static async Task ListeningAsync(int port)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
                return;
            }
            catch (SocketException)
            {
                // Not yet.
                await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
            }
        }
    }
}
