using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Slipway.Testing.Network;

namespace Slipway.EndToEnd.Fronts;

/// <summary>An authority that gives certificates by ACME (pebble), to whoever answers on this machine, and is trusted by a certificate of its own (minica).</summary>
internal sealed class AcmeAuthority : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-acme-");
    private readonly int _port = FreePort.Find();
    private readonly int _management = FreePort.Find();
    private readonly List<RunningProgram> _programs = [];
    private string _host = string.Empty;

    /// <summary>Where it is, for containers.</summary>
    public string Address => $"https://{_host}:{_port}/dir";

    /// <summary>The certificate by which it is trusted, as a file has it.</summary>
    public string TrustedBy => File.ReadAllText(Path.Combine(_folder.FullName, "cacert.crt"));

    /// <summary>How many certificates it was asked for.</summary>
    public int Orders => Log.Split("Added order ").Length - 1;

    /// <summary>How many hosts were proven to lead to whoever asked.</summary>
    public int Proofs => Log.Split(" set VALID by completed challenge ").Length - 1;

    /// <summary>What it did.</summary>
    private string Log => File.Exists(LogFile) ? ReadShared(LogFile) : string.Empty;

    private string LogFile => Path.Combine(_folder.FullName, "pebble.log");

    /// <summary>Starts one.</summary>
    /// <param name="http">The port on which it asks for a proof by HTTP.</param>
    /// <param name="tls">The port on which it asks for a proof by TLS.</param>
    /// <param name="validity">How long its certificates are valid, in whole seconds.</param>
    public static async Task<AcmeAuthority> StartAsync(int http, int tls, TimeSpan validity)
    {
        const string Pebble = "/usr/bin/pebble";
        const string Minica = "/usr/bin/minica";
        var isAbsent = !(File.Exists(Pebble) && File.Exists(Minica));
        Assert.SkipWhen(isAbsent && !File.Exists("/usr/bin/apt-get"), $"{Pebble} and {Minica} are not here, and there is no apt-get to install them: skipped");
        await Tools.NeedAsync(Pebble, "pebble");
        await Tools.NeedAsync(Minica, "minica");
        var authority = new AcmeAuthority();
        try
        {
            await authority.BeginAsync(http, tls, validity);
            return authority;
        }
        catch
        {
            await authority.DisposeAsync();
            throw;
        }
    }

    /// <summary>The root of the certificates that it gives.</summary>
    public async Task<X509Certificate2> RootAsync()
    {
        using var own = X509Certificate2.CreateFromPem(TrustedBy);
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, CustomTrustStore = { own } };
        using var client = new HttpClient(new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy } });
        return X509Certificate2.CreateFromPem(await client.GetStringAsync(new Uri($"https://{_host}:{_management}/roots/0"), TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs)
        {
            program.Kill();
            await program.Completion;
            program.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private static string ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private async Task BeginAsync(int http, int tls, TimeSpan validity)
    {
        _host = await Docker.RunAsync("network", "inspect", "bridge", "-f", "{{(index .IPAM.Config 0).Gateway}}");
        (await RunningProgram.RunAsync(["minica", _host], _folder.FullName)).ShouldHaveEndedWith(0);
        var (names, control) = (FreePort.Find(), FreePort.Find());
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "pebble.json"), string.Create(CultureInfo.InvariantCulture, $$"""
            {"pebble": {
                "listenAddress": "0.0.0.0:{{_port}}", "managementListenAddress": "{{_host}}:{{_management}}",
                "certificate": "{{_host}}.crt", "privateKey": "{{_host}}.key",
                "httpPort": {{http}}, "tlsPort": {{tls}}, "certificateValidityPeriod": {{(int)validity.TotalSeconds}} } }
            """));

        // Whatever the name, the host is this machine.
        Start($"exec pebble-challtestsrv -defaultIPv4 127.0.0.1 -defaultIPv6 '' -dns01 127.0.0.1:{names} -management 127.0.0.1:{control} -http01 '' -https01 '' -tlsalpn01 '' >dns.log 2>&1");
        Start($"exec pebble -config pebble.json -dnsserver 127.0.0.1:{names} >pebble.log 2>&1");
        await UntilListensAsync(_port);
        await UntilListensAsync(_management);
    }

    private void Start(string command) => _programs.Add(RunningProgram.Start(
        ["sh", "-c", command], _folder.FullName, new Dictionary<string, string?> { ["PEBBLE_VA_NOSLEEP"] = "1", ["PEBBLE_WFE_NONCEREJECT"] = "0" }));

    private async Task UntilListensAsync(int port)
    {
        for (var began = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Parse(_host), port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException) when (TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(20))
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
    }
}
