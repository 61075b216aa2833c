using System.Runtime.CompilerServices;
using Cake.Published;

namespace Cake.Docker.Tests;

public sealed class PublicApiSpecs
{
    [Fact]
    public void The_public_api_is_that_of_the_published_package()
    {
        var ours = ApiList.Of(typeof(DockerAliases).Assembly);
        var published = ApiList.Read(PathOf("Cake.Docker-1.5.0.txt"));

        published.Except(ours).ShouldBeEmpty("What a caller of the published package can use is missing here.");
        ours.Except(published).ShouldBeEmpty("What the published package has not must not be public here.");
    }

    [Fact]
    public void The_assembly_has_the_name_and_version_of_the_published_package()
    {
        var name = typeof(DockerAliases).Assembly.GetName();

        name.Name.ShouldBe("Cake.Docker");
        name.Version.ShouldBe(new Version(1, 5, 0, 0));
    }

    private static string PathOf(string list, [CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "Published", list);
}
