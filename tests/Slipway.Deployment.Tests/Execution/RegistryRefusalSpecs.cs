using Slipway.Deployment.Images;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Tests.Execution;

public sealed class RegistryRefusalSpecs
{
    private const string Unknown = "Error response from daemon: manifest for shop/web:9 not found: manifest unknown: manifest unknown";

    [Fact]
    public async Task An_image_that_its_registry_has_not_is_a_missing_part()
    {
        using var scene = new ExecutionScene();

        var error = await Should.ThrowAsync<SlipwayException>(() => scene.RunAsync(scene.Shell($"echo ' web Error '; echo '{Unknown}' >&2; exit 18")));

        error.Code.ShouldBe(ExitCode.MissingPart);
        error.Message.ShouldEndWith($": {Unknown}{Environment.NewLine}  -> is the tag right, and has it been pushed?");
    }

    [Theory]
    [InlineData("Error response from daemon: pull access denied for shop/web, repository does not exist or may require 'docker login'", "docker login")]
    [InlineData("Error response from daemon: Head \"https://registry:5000/v2/web/manifests/1\": no basic auth credentials", "docker login")]
    [InlineData("Error response from daemon: no matching manifest for linux/amd64 in the manifest list entries", "platform")]
    [InlineData("ERROR: failed to solve: shop/base:9: failed to resolve source metadata for registry:5000/shop/base:9: registry:5000/shop/base:9: not found", "pushed")]
    public void A_registry_that_has_answered_is_understood(string line, string remedy) => RegistryRefusal.In([line])!.Value.Remedy.ShouldContain(remedy);

    [Theory]
    [InlineData("Error response from daemon: Get \"https://registry:5000/v2/\": dial tcp: i/o timeout")]
    [InlineData("Error response from daemon: received unexpected HTTP status: 503 Service Unavailable")]
    [InlineData("npm error 404 unauthorized: no such package: not found")]
    public void What_may_go_well_the_next_time_is_none(string line) => RegistryRefusal.In([line]).ShouldBeNull();
}
