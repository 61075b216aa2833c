using Slipway.Compose;
using Slipway.Compose.Files;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation.Certificates;
using Slipway.Deployment.Strategies;
using Slipway.Testing;
using Slipway.Testing.Certificates;

namespace Slipway.Deployment.Tests.Observation;

/// <summary>What is read of certificates, and what is said of those that can't be used.</summary>
public sealed class CertificateReaderSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestCertificate _own = TestCertificate.For("Shop.example.org", "*.shop.example.org", "192.0.2.1");

    [Fact]
    public void A_certificate_is_known_by_its_names_and_its_validity()
    {
        Write("shop.crt", _own.Pem);
        Write("shop.key", _own.KeyPem);

        var read = Read("{certificate: shop.crt, key: shop.key}");

        read.Problem.ShouldBeNull();
        read.Certificate!.Names.ShouldBe(["shop.example.org", "*.shop.example.org"]);
        (read.From, read.Until).ShouldBe((_own.Certificate.NotBefore.ToUniversalTime(), _own.Certificate.NotAfter.ToUniversalTime()));
        read.Certificate.Bundle.Pem.ShouldBe(_own.Pem + _own.KeyPem);
        read.ToString().ShouldNotContain("PRIVATE");
    }

    [Fact]
    public void What_else_is_in_the_files_does_not_reach_the_proxy()
    {
        Write("both.pem", "Bag Attributes\n" + _own.OldKeyPem + "subject=/CN=x\r\n" + _own.Pem.Replace("\n", "\r\n", StringComparison.Ordinal));

        var read = Read("{certificate: both.pem}");

        read.Certificate!.Bundle.Pem.ShouldBe(_own.Pem + _own.OldKeyPem);
    }

    [Fact]
    public void A_folder_of_certbot_is_read_through_its_links()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "live/shop"));
        Write("archive/shop/fullchain2.pem", _own.Pem);
        Write("archive/shop/privkey2.pem", _own.KeyPem);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "live/shop/fullchain.pem"), "../../archive/shop/fullchain2.pem");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "live/shop/privkey.pem"), "../../archive/shop/privkey2.pem");

        Read("{certbot: live/shop/}").Certificate!.Fingerprint.Length.ShouldBe(32);
    }

    [Fact]
    public void Secrets_of_the_compose_file_are_files_or_variables()
    {
        const string Variable = "SLIPWAY_TEST_CERTIFICATE_KEY";
        Write("secrets/shop.crt", _own.Pem);
        Environment.SetEnvironmentVariable(Variable, _own.KeyPem);

        var read = Read(
            "{certificate: 'secret:crt', key: 'secret:key'}",
            $$"""
            {"name": "a", "services": {}, "secrets": {
                "crt": {"name": "a_crt", "file": "{{_folder.Path}}/secrets/shop.crt"},
                "key": {"name": "a_key", "environment": "{{Variable}}"}
                }
            }
            """);
        Environment.SetEnvironmentVariable(Variable, null);

        read.Certificate.ShouldNotBeNull().Bundle.Key.ShouldBe(_own.KeyPem);
    }

    [Fact]
    public void The_same_certificate_with_another_chain_is_another_file()
    {
        var authority = TestCertificate.Authority();
        var issued = TestCertificate.For(["a.example.org"], authority);
        Write("a.pem", issued.Pem + issued.KeyPem);
        Write("b.pem", issued.Pem + authority.Pem + issued.KeyPem);

        var (alone, chained) = (Read("{certificate: a.pem}").Certificate!, Read("{certificate: b.pem}").Certificate!);

        alone.Fingerprint.ShouldNotBe(chained.Fingerprint);
        chained.Bundle.Pem.ShouldBe(issued.Pem + authority.Pem + issued.KeyPem);
    }

    [Fact]
    public void What_can_not_be_used_is_told_with_its_place_and_shows_nothing_of_the_key()
    {
        var (root, other) = (TestCertificate.Authority(), TestCertificate.For("other.example.org"));
        var middle = TestCertificate.Authority("Middle", root);
        var leaf = TestCertificate.For(["leaf.example.org"], middle);
        Write("shop.crt", _own.Pem);
        Write("shop.key", _own.KeyPem);
        Write("other.key", other.KeyPem);
        Write("locked.key", _own.LockedKeyPem);
        Write("broken.key", _own.KeyPem.Replace("\n", "\nAAAA", StringComparison.Ordinal));
        Write("nothing", "");
        Write("reversed.pem", root.Pem + middle.Pem + leaf.Pem + leaf.KeyPem);
        Write("gap.pem", leaf.Pem + root.Pem + leaf.KeyPem);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "folder"));
        string[] entries =
        [
            "{certificate: shop.crt, key: other.key}", "{certificate: shop.crt, key: locked.key}", "{certificate: shop.crt, key: broken.key}",
            "{certificate: shop.crt, key: shop.crt}", "{certificate: nothing, key: shop.key}", "{certificate: shop.key}",
            "{certificate: reversed.pem}", "{certificate: gap.pem}", "{certificate: shpo.crt, key: shop.key}", "{certificate: shop.crt, key: keys/shop.key}",
            "{certificate: folder, key: shop.key}", "{certbot: live/shop}", "{certificate: 'secret:crt'}",
        ];

        var problems = entries.Select(e => Read(e).Problem.ShouldNotBeNull(e)).ToList();

        Golden.ShouldBe(
            string.Concat(problems.Select(p => $"{p.Place.Line}:{p.Place.Column}{(p.IsMissing ? " missing" : "")}: {p.Message.Replace(_folder.Path, "DIR", StringComparison.Ordinal)} ({p.Remedy})\n")), "certificates.txt");
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string file, string text) => _folder.Write(file, text);

    private CertificateObservation Read(string entry, string compose = """{"name": "a", "services": {}}""")
    {
        _folder.Write("slipway.yaml", $"application: a\nproxy:\n  kind: nginx\n  image: i\n  tls:\n    certificates:\n    - {entry}\nservices: {{}}\n");
        var problems = new List<ConfigurationProblem>();
        var settings = SettingsReader.Read(_folder.Path, StrategyList.All, problems);
        problems.ShouldBeEmpty();
        var model = ComposeModel.Parse(System.Text.Encoding.UTF8.GetBytes(compose), _folder.Path).Model.ShouldNotBeNull();
        var sources = ComposeSources.Read([new ComposeFileText("compose.yaml", string.Empty)], _ => null).Sources!;
        return CertificateReader.Read(new Application(settings, model, sources, [])).ShouldHaveSingleItem();
    }
}
