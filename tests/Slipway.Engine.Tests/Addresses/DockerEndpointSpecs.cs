using System.Security.Cryptography;
using System.Text;
using Slipway.Engine.Addresses;
using Slipway.Engine.Errors;
using Slipway.Testing;

namespace Slipway.Engine.Tests.Addresses;

/// <summary>The engine is the one that docker itself would speak to.</summary>
public sealed class DockerEndpointSpecs : IDisposable
{
    private readonly TemporaryFolder _home = new();

    [Fact]
    public void Without_anything_it_is_the_local_one() => Find().ShouldBe(new DockerEndpoint("unix:///var/run/docker.sock", null, null));

    [Fact]
    public void The_context_that_is_in_use_says_where()
    {
        Context("prod", "ssh://deploy@example.org");
        _home.Write(".docker/config.json", "{\"auths\":{},\"currentContext\":\"prod\"}");

        Find().ShouldBe(new DockerEndpoint("ssh://deploy@example.org", "prod", null));
    }

    [Fact]
    public void DOCKER_CONTEXT_wins_over_the_one_in_use_and_DOCKER_HOST_over_both()
    {
        Context("prod", "ssh://deploy@example.org");
        Context("other", "unix:///run/other.sock");
        _home.Write(".docker/config.json", "{\"currentContext\":\"prod\"}");

        Find(("DOCKER_CONTEXT", "other")).ShouldBe(new DockerEndpoint("unix:///run/other.sock", "other", null));
        Find(("DOCKER_CONTEXT", "other"), ("DOCKER_HOST", "unix:///run/third.sock")).ShouldBe(new DockerEndpoint("unix:///run/third.sock", null, null));
        Find(("DOCKER_CONTEXT", "default")).Context.ShouldBeNull();
    }

    [Fact]
    public void Certificates_of_a_context_and_of_the_environment_are_found()
    {
        Context("tls", "tcp://127.0.0.1:2376");
        _home.Write($".docker/contexts/tls/{Digest("tls")}/docker/ca.pem", "");

        Find(("DOCKER_CONTEXT", "tls")).Certificates.ShouldBe(Path.Combine(_home.Path, ".docker/contexts/tls", Digest("tls"), "docker"));
        Find(("DOCKER_HOST", "tcp://127.0.0.1:2376"), ("DOCKER_TLS_VERIFY", "1"), ("DOCKER_CERT_PATH", "/certs")).Certificates.ShouldBe("/certs");
        Find(("DOCKER_HOST", "tcp://127.0.0.1:2376"), ("DOCKER_TLS_VERIFY", "1")).Certificates.ShouldBe(Path.Combine(_home.Path, ".docker"));
        Find(("DOCKER_HOST", "tcp://127.0.0.1:2375")).Certificates.ShouldBeNull();
    }

    [Fact]
    public void Settings_elsewhere_are_read_there()
    {
        _home.Write("settings/config.json", "{\"currentContext\":\"gone\"}");

        Should.Throw<SlipwayException>(() => Find(("DOCKER_CONFIG", Path.Combine(_home.Path, "settings")))).Message.ShouldContain("the docker context \"gone\" is in force, but can't be read");
    }

    [Fact]
    public void Settings_that_are_no_JSON_are_no_reason_to_take_another_engine()
    {
        _home.Write(".docker/config.json", "{");

        Should.Throw<SlipwayException>(() => Find()).Code.ShouldBe(ExitCode.BadConfiguration);
    }

    [Fact]
    public async Task An_engine_elsewhere_by_TCP_is_refused_with_the_reason() =>
        (await Should.ThrowAsync<SlipwayException>(() => EngineAddress.OpenAsync("tcp://192.0.2.1:2376", TestContext.Current.CancellationToken)))
            .Message.ShouldStartWith("tcp://192.0.2.1:2376 is elsewhere, and Slipway has to reach its containers too, which TCP alone does not give");

    public void Dispose() => _home.Dispose();

    private DockerEndpoint Find(params (string Name, string Value)[] variables) =>
        DockerEndpoint.Find(n => variables.FirstOrDefault(v => v.Name == n).Value, _home.Path);

    private void Context(string name, string host) => _home.Write(
        $".docker/contexts/meta/{Digest(name)}/meta.json", $"{{\"Name\":\"{name}\",\"Endpoints\":{{\"docker\":{{\"Host\":\"{host}\",\"SkipTLSVerify\":false}}}}}}");

    private static string Digest(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
