using System.Globalization;
using System.Net;
using System.Net.Security;
using Slipway.EndToEnd.Hosts;
using Slipway.Load;
using Slipway.Testing.Certificates;

namespace Slipway.EndToEnd.Fronts;

/// <summary>Fixtures/fronts/own-tls with certificates of an authority that only these tests trust.</summary>
internal sealed class TlsApplication : IAsyncDisposable
{
    public const string Shop = "https://shop.test/";
    public const string Api = "https://api.shop.test/";
    private readonly TestCertificate _authority = TestCertificate.Authority();
    private int _issued;

    private TlsApplication(FrontedApplication application)
    {
        Application = application;
        Users = new TlsUsers(application.SecondPort, _authority.Certificate);
    }

    public FrontedApplication Application { get; }

    public TlsUsers Users { get; }

    /// <summary>The serial number of the shop's newest certificate.</summary>
    public string Serial { get; private set; } = string.Empty;

    /// <summary>Makes one that nothing runs of yet.</summary>
    /// <param name="kind">The kind of its proxy.</param>
    public static async Task<TlsApplication> CreateAsync(SlipwayProgram program, string kind)
    {
        var made = await FrontedApplication.CreateAsync(program, "own-tls");
        var tls = new TlsApplication(made);
        made.Edit("slipway.yaml", "application: own-tls", $"application: {made.Name}");
        made.Edit("slipway.yaml", "kind: nginx", $"kind: {kind}");
        made.Edit("slipway.yaml", "nginx:1.28", kind switch { "haproxy" => "haproxy:2.8", "caddy" => "caddy:2.6", _ => "nginx:1.28" });
        made.Environment["SITE_PORT"] = made.Port.ToString(CultureInfo.InvariantCulture);
        made.Environment["SECOND_PORT"] = made.SecondPort.ToString(CultureInfo.InvariantCulture);
        Directory.CreateDirectory(Path.Combine(made.Folder, "certs"));
        tls.Renew();
        tls.Write("certs/api", TestCertificate.For(["api.shop.test"], tls._authority));
        return tls;
    }

    /// <summary>Puts a new certificate of the shop where certbot would.</summary>
    public void Renew((DateTimeOffset From, DateTimeOffset To)? validity = null)
    {
        var renewed = TestCertificate.For(["shop.test", "www.shop.test"], _authority, validity);
        Serial = renewed.Certificate.SerialNumber;
        _issued++;
        foreach (var (name, text) in new[] { ("fullchain", renewed.Pem), ("privkey", renewed.KeyPem) })
        {
            var (archive, live) = ($"certbot/archive/shop.test/{name}{_issued}.pem", Path.Combine(Application.Folder, "certbot/live/shop.test"));
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Application.Folder, archive))!);
            Directory.CreateDirectory(live);
            Application.Write(archive, text);
            File.Delete(Path.Combine(live, name + ".pem"));
            File.CreateSymbolicLink(Path.Combine(live, name + ".pem"), $"../../../{archive}");
        }
    }

    /// <summary>All keys that there have been, without what begins and ends them.</summary>
    public IReadOnlyList<string> Keys() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Application.Folder, "certbot/archive"), "privkey*", SearchOption.AllDirectories)
            .Append(Path.Combine(Application.Folder, "certs/api.key"))
            .Select(f => File.ReadAllLines(f)[1]),
    ];

    /// <summary>The serial number of the certificate that a page's users are shown.</summary>
    public Task<string> ShownAsync(string page) => Users.SerialAsync(new Uri(page).Host);

    /// <summary>Thirty-two clients that keep their TLS connections and never retry.</summary>
    public LoadRun StartLoad() => LoadRun.Start(
        new LoadPlan(new IPEndPoint(IPAddress.Loopback, Application.SecondPort),
        [
            new LoadClients(LoadKind.Get, "/", 20) { Pause = TimeSpan.FromMilliseconds(40) },
            new LoadClients(LoadKind.Post, "/api", 12) { Pause = TimeSpan.FromMilliseconds(45) },
        ])
        {
            Host = "shop.test",
            Tls = new SslClientAuthenticationOptions { TargetHost = "shop.test", CertificateChainPolicy = _authority.TrustedAlone() },
        },
        TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        Users.Dispose();
        await Application.DisposeAsync();
    }

    private void Write(string file, TestCertificate certificate)
    {
        Application.Write(file + ".crt", certificate.Pem);
        Application.Write(file + ".key", certificate.KeyPem);
    }
}
