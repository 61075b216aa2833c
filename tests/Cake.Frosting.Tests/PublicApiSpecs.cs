using System.Reflection;
using System.Runtime.CompilerServices;
using Cake.Published;

namespace Cake.Frosting.Tests;

public sealed class PublicApiSpecs
{
    [Fact]
    public void The_public_api_is_that_of_the_published_package()
    {
        var ours = ApiList.Of(typeof(CakeHost).Assembly);
        var published = ApiList.Read(PathOf("Cake.Frosting-7.0.0.txt"));

        published.Except(ours).ShouldBeEmpty("What a caller of the published package can use is missing here.");
        ours.Except(published).ShouldBeEmpty("What the published package has not must not be public here.");
    }

    [Fact]
    public void The_assembly_has_the_name_and_version_of_the_published_package()
    {
        var name = typeof(CakeHost).Assembly.GetName();

        name.Name.ShouldBe("Cake.Frosting");
        name.Version.ShouldBe(new Version(7, 0, 0, 0));
    }

    [Theory]
    [InlineData(typeof(ContinueOnErrorAttribute), false, false)]
    [InlineData(typeof(TaskNameAttribute), false, false)]
    [InlineData(typeof(TaskDescriptionAttribute), false, false)]
    [InlineData(typeof(IsDependentOnAttribute), true, true)]
    [InlineData(typeof(IsDependeeOfAttribute), true, true)]
    public void Attributes_repeat_and_inherit_as_published(Type attribute, bool repeats, bool inherits)
    {
        var usage = attribute.GetCustomAttribute<AttributeUsageAttribute>();

        usage.ShouldNotBeNull();
        usage.AllowMultiple.ShouldBe(repeats);
        usage.Inherited.ShouldBe(inherits);
        usage.ValidOn.ShouldBe(AttributeTargets.Class);
    }

    private static string PathOf(string list, [CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "Published", list);
}
