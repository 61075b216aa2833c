using System.IO.Compression;
using Build.Chores;
using Build.Chores.Packing;

namespace Build.Tests.Packing;

public sealed class PackageSpecs
{
    private readonly PackageReader _reader = new(new Checkout(Repository.Find(AppContext.BaseDirectory)));

    [Fact]
    public void Every_library_is_packed_and_neither_stand_in()
    {
        _reader.Libraries().ShouldContain("Slipway");
        _reader.Libraries().ShouldContain("Slipway.Graph");
        _reader.Libraries().ShouldAllBe(name => name.StartsWith("Slipway", StringComparison.Ordinal));
    }

    [Fact]
    public void Slipway_names_the_published_packages_in_place_of_the_stand_ins()
    {
        var dependencies = _reader.Describe("Slipway").Dependencies;

        dependencies.ShouldContain(new PackageDependency("Cake.Frosting", "7.0.0"));
        dependencies.ShouldContain(new PackageDependency("Cake.Docker", "1.5.0"));
    }

    [Fact]
    public void A_library_needs_the_others_in_just_its_own_version()
    {
        var slipway = _reader.Describe("Slipway");

        slipway.Dependencies.Where(d => d.Id.StartsWith("Slipway.", StringComparison.Ordinal)).ShouldNotBeEmpty();
        slipway.Dependencies.Where(d => d.Id.StartsWith("Slipway.", StringComparison.Ordinal)).ShouldAllBe(d => d.Version == $"[{slipway.Version}]");
    }

    [Fact]
    public void Every_dependency_has_a_version_and_none_is_named_twice()
    {
        foreach (var package in _reader.Libraries().Select(_reader.Describe))
        {
            package.Dependencies.ShouldAllBe(d => char.IsAsciiDigit(d.Version.TrimStart('[')[0]), package.Id);
            package.Dependencies.Select(d => d.Id).ShouldBeUnique(package.Id);
        }
    }

    [Fact]
    public void What_a_manifest_says_is_read_again_from_the_package()
    {
        var package = _reader.Describe("Slipway");
        var file = Path.GetTempFileName();
        using (var archive = new ZipArchive(File.Create(file), ZipArchiveMode.Create))
        using (var entry = archive.CreateEntry("Slipway.nuspec").Open())
        {
            Nuspec.Write(package, "/out/Slipway.dll", "/README.md").Save(entry);
        }

        var dependencies = PackageFile.Dependencies(file);

        dependencies.ShouldBe(package.Dependencies);
        File.Delete(file);
    }
}
