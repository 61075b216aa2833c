using Slipway.Deployment.Configuration;

namespace Slipway.Deployment.Tests.Configuration;

public sealed class ImageReferenceSpecs
{
    [Theory]
    [InlineData("nginx")]
    [InlineData("nginx:1.28")]
    [InlineData("127.0.0.1:5000/library/nginx:1.28")]
    [InlineData("localhost/a/b__c/d-e.f:V1_2")]
    [InlineData("Registry.Example:443/name@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("[::1]:5000/name:tag")]
    public void Names_of_images_are_known(string text) => ImageReference.IsOne(text).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("nginx:")]
    [InlineData("Nginx Up:1")]
    [InlineData("Nginx:1")]
    [InlineData("nginx:1.28\n")]
    [InlineData("-nginx")]
    [InlineData("nginx@sha256:12")]
    [InlineData("https://nginx")]
    public void What_no_image_can_be_called_is_known_too(string text) => ImageReference.IsOne(text).ShouldBeFalse();

    [Theory]
    [InlineData("nginx", "nginx:latest")]
    [InlineData("localhost:5000/nginx", "localhost:5000/nginx:latest")]
    [InlineData("nginx:1", "nginx:1")]
    [InlineData("nginx@sha256:1", "nginx@sha256:1")]
    public void A_name_without_a_tag_gets_the_usual_one(string text, string completed) => ImageReference.WithTag(text).ShouldBe(completed);
}
