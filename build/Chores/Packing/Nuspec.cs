using System.Xml.Linq;

namespace Build.Chores.Packing;

/// <summary>Writes the manifest of a package; its form is described at https://learn.microsoft.com/nuget/reference/nuspec.</summary>
internal static class Nuspec
{
    private const string Framework = "net10.0";
    private static readonly XNamespace Schema = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd";

    /// <summary>Writes the manifest.</summary>
    /// <param name="package">What it says.</param>
    /// <param name="library">The path of the built library; its documentation lies beside it.</param>
    /// <param name="readme">The path of the README.</param>
    /// <returns>The manifest.</returns>
    public static XDocument Write(PackageDescription package, string library, string readme) => new(
        new XElement(
            Schema + "package",
            new XElement(
                Schema + "metadata",
                new XElement(Schema + "id", package.Id),
                new XElement(Schema + "version", package.Version),
                new XElement(Schema + "authors", package.Authors),
                new XElement(Schema + "license", new XAttribute("type", "expression"), package.License),
                new XElement(Schema + "readme", "README.md"),
                new XElement(Schema + "description", $"{package.Id}, of Slipway: deploys Docker Compose applications without losing a request."),
                new XElement(
                    Schema + "dependencies",
                    new XElement(Schema + "group", new XAttribute("targetFramework", Framework), package.Dependencies.Select(Dependency)))),
            new XElement(
                Schema + "files",
                File(library, $"lib/{Framework}/"),
                File(Path.ChangeExtension(library, ".xml"), $"lib/{Framework}/"),
                File(readme, string.Empty))));

    /// <summary>Reads the dependencies from a manifest, whoever wrote it.</summary>
    /// <returns>The dependencies in their order.</returns>
    public static IReadOnlyList<PackageDependency> Dependencies(XDocument manifest) =>
        [.. manifest.Descendants()
            .Where(e => e.Name.LocalName == "dependency")
            .Select(e => new PackageDependency(e.Attribute("id")!.Value, e.Attribute("version")!.Value))];

    private static XElement Dependency(PackageDependency dependency) =>
        new(Schema + "dependency", new XAttribute("id", dependency.Id), new XAttribute("version", dependency.Version));

    private static XElement File(string source, string target) =>
        new(Schema + "file", new XAttribute("src", source), new XAttribute("target", target));
}
