using PublicApiGenerator;

namespace Cake.Docker.Tests;

public sealed class PublicApiSpecs
{
    [Fact]
    public void The_public_api_changes_on_purpose_only()
        => Golden.ShouldMatch(
            typeof(DockerAliases).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }),
            "Cake.Docker.api.txt");

    [Fact]
    public void The_assembly_has_the_name_and_version_of_the_published_package()
    {
        var name = typeof(DockerAliases).Assembly.GetName();

        name.Name.ShouldBe("Cake.Docker");
        name.Version.ShouldBe(new Version(1, 5, 0, 0));
    }
}
