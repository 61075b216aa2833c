using System.Globalization;

namespace Benchmarks.Deploy;

/// <summary>An sshd of the benchmark's own on loopback, with keys that live no longer than it, and an <c>ssh</c> that knows it.</summary>
internal sealed class SshServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/sshd";
    private readonly string _folder;
    private readonly Shell _shell;

    private SshServer(string folder, Shell shell, int port) => (_folder, _shell, Port) = (folder, shell, port);

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
            PidFile {folder}/sshd.pid
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
        await shell.RunAsync(Program, "-f", Path.Combine(folder, "sshd_config"), "-E", Path.Combine(folder, "sshd.log"));
        return new SshServer(folder, shell, port);

        Task KeyAsync(string name) => shell.RunAsync("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(folder, name));
    }

    public async ValueTask DisposeAsync() => await _shell.RunAsync([0, 1], "sh", "-c", $"kill \"$(cat {_folder}/sshd.pid)\"");
}
