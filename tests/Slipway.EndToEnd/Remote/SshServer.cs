using System.Globalization;
using Slipway.EndToEnd.Machine;

namespace Slipway.EndToEnd.Remote;

/// <summary>An sshd of this test on a loopback port, with keys of its own, and an ssh client on PATH that knows them.</summary>
public sealed class SshServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-e2e-ssh-").FullName;
    private readonly int _port = FreePort.Find();

    /// <summary>The engine of this machine by way of ssh.</summary>
    internal string Address => string.Create(CultureInfo.InvariantCulture, $"ssh://root@127.0.0.1:{_port}");

    /// <summary>PATH with the client that knows the keys before all others.</summary>
    internal string SearchPath => $"{Path.Combine(_folder, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";

    /// <summary>What every ssh process of this test has among its arguments.</summary>
    internal string ClientConfiguration => Path.Combine(_folder, "client");

    public async ValueTask InitializeAsync()
    {
        await Tools.NeedAsync("/usr/sbin/sshd", "openssh-server");
        foreach (var key in new[] { "host", "user" })
        {
            await RunAsync("ssh-keygen", "-q", "-t", "ed25519", "-N", string.Empty, "-f", Path.Combine(_folder, key));
        }

        Directory.CreateDirectory("/run/sshd");
        Write("known_hosts", "[127.0.0.1]:" + _port.ToString(CultureInfo.InvariantCulture) + " " + await File.ReadAllTextAsync(Path.Combine(_folder, "host.pub")));
        Write("server", string.Create(CultureInfo.InvariantCulture, $"""
            ListenAddress 127.0.0.1
            Port {_port}
            HostKey {_folder}/host
            AuthorizedKeysFile {_folder}/user.pub
            PidFile {_folder}/pid
            PermitRootLogin prohibit-password
            StrictModes no
            UsePAM no

            """));
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

        // It goes into the background only once it listens.
        await RunAsync("/usr/sbin/sshd", "-f", Path.Combine(_folder, "server"), "-E", Path.Combine(_folder, "log"));
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("sh", "-c", "kill \"$0\"", (await File.ReadAllTextAsync(Path.Combine(_folder, "pid"))).Trim());
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task RunAsync(params IEnumerable<string> command) => (await RunningProgram.RunAsync(command)).ShouldHaveEndedWith(0);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
