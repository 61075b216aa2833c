using System.Net;
using System.Net.Security;
using Slipway.Load;
using Slipway.Testing.Certificates;
using Slipway.Traffic.Proxies.Tls;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

public sealed class RenewedCertificateTests(ITestOutputHelper output)
{
    private const int Renewals = 6;
    private const int BetweenRenewals = 500;
    private const string Host = "shop.example.org";
    private readonly TestCertificate _authority = TestCertificate.Authority();

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Renewed_certificates_are_taken_up_without_a_lost_request(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => TlsPlans.With(p, Issue()));
        await using var load = LoadRun.Start(KeptAlive(stage), TimeProvider.System);
        using var cancel = new CancellationTokenSource();
        var streams = AskOnAsync(stage, cancel.Token);

        for (var i = 0; i < Renewals; i++)
        {
            await load.FurtherAsync(BetweenRenewals, TestContext.Current.CancellationToken);
            await stage.ExecAsync(stage.Taker.DrainClients);
            await load.FurtherAsync(BetweenRenewals, TestContext.Current.CancellationToken);
            var renewed = Issue();
            await stage.TakeAsync(TlsPlans.With(stage.Plan, renewed));
            (await stage.FingerprintAsync()).ShouldBe(stage.Plan.Fingerprint);
            using var fresh = new TlsClient(stage, HttpVersion.Version11);
            await fresh.TextAsync($"https://{Host}/");
            fresh.Serial.ShouldBe(renewed.Certificate.SerialNumber);
        }

        var report = await load.StopAsync();
        await cancel.CancelAsync();
        var (asked, again, failures) = await streams;
        output.WriteLine($"kept alive: {report.Failed} failed of {report.Requests}, {report.Rate:0}/s, longest gap {report.LongestGap.TotalMilliseconds:0} ms");
        output.WriteLine($"HTTP/2: {failures.Count} failed of {asked}, {again} asked again after a goodbye");
        report.Failures.ShouldBeEmpty();
        failures.ShouldBeEmpty();
        again.ShouldBeLessThanOrEqualTo(Renewals, "no more than one goodbye for each renewal");
    }

    [Theory]
    [InlineData("nginx", "key values mismatch")]
    [InlineData("haproxy", "inconsistencies between private key and certificate")]
    [InlineData("caddy", "private key does not match public key")]
    public async Task A_key_of_another_certificate_is_refused_and_the_one_before_serves_on(string kind, string expected)
    {
        var good = TestCertificate.For(Host);
        await using var stage = await ProxyStage.StartAsync(kind, p => TlsPlans.With(p, good));
        var plan = TlsPlans.With(stage.Plan, TestCertificate.For(Host));
        var broken = plan.Tls!.Certificates[0] with { Bundle = new TlsBundle(TestCertificate.For(Host).Pem, good.KeyPem) };

        var refused = await stage.TryTakeAsync(plan with { Tls = plan.Tls with { Certificates = [broken] } });

        refused.ExitCode.ShouldNotBe(0);
        refused.Errors.ShouldContain(expected);
        refused.Errors.ShouldNotContain("BEGIN");
        using var client = new TlsClient(stage, HttpVersion.Version11);
        (await client.TextAsync($"https://{Host}/")).ShouldBe("blue");
        client.Serial.ShouldBe(good.Certificate.SerialNumber);
    }

    private static async Task<(int Asked, int Again, List<string> Failures)> AskOnAsync(ProxyStage stage, CancellationToken stop)
    {
        using var client = new TlsClient(stage, HttpVersion.Version20);
        var (asked, again, failures) = (0, 0, new List<string>());
        while (!stop.IsCancellationRequested)
        {
            asked++;
            try
            {
                again += await AskAsync(client) ? 1 : 0;
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }
            catch (HttpRequestException failure)
            {
                failures.Add(failure.ToString());
            }
        }

        return (asked, again, failures);
    }

    // A server that says goodbye without an error has not begun what comes after it, so that a client may ask again (RFC 9113, 8.7).
    private static async Task<bool> AskAsync(TlsClient client)
    {
        try
        {
            await client.TextAsync($"https://{Host}/");
            return false;
        }
        catch (HttpRequestException failure) when (failure.InnerException is HttpProtocolException { ErrorCode: 0 })
        {
            await client.TextAsync($"https://{Host}/");
            return true;
        }
    }

    private TestCertificate Issue() => TestCertificate.For([Host], _authority);

    private LoadPlan KeptAlive(ProxyStage stage) => new(new IPEndPoint(stage.Address, TlsPlans.Port),
    [
        new LoadClients(LoadKind.Get, "/", 16) { Pause = TimeSpan.FromMilliseconds(17) },
        new LoadClients(LoadKind.Post, "/echo", 16) { Pause = TimeSpan.FromMilliseconds(15) },
    ])
    {
        Host = Host,
        Tls = new SslClientAuthenticationOptions { TargetHost = Host, CertificateChainPolicy = _authority.TrustedAlone() },
    };
}
