using System.Xml.Linq;
using Cake.Core;

namespace Build.Chores.Packing;

/// <summary>
/// Reads from the project files what a package of a library depends on. Where this checkout builds on the stand-ins, the package
/// names the published packages: those who use it get these from their own feed.
/// </summary>
public sealed class PackageReader
{
    private static readonly string[] StandIns = ["Cake.Frosting", "Cake.Docker"];
    private readonly Checkout _checkout;
    private readonly Dictionary<string, string> _properties;
    private readonly Dictionary<string, string> _versions;

    /// <summary>Reads the central files.</summary>
    public PackageReader(Checkout checkout)
    {
        _checkout = checkout;
        _properties = XDocument.Load(checkout.At("Directory.Build.props")).Descendants("PropertyGroup").Elements()
            .GroupBy(e => e.Name.LocalName).ToDictionary(g => g.Key, g => g.Last().Value);
        _versions = XDocument.Load(checkout.At("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(e => e.Attribute("Include")!.Value, e => Expand(e.Attribute("Version")!.Value));
    }

    /// <summary>The libraries that are packed: all but the stand-ins.</summary>
    /// <returns>Their names, in order.</returns>
    public IReadOnlyList<string> Libraries() =>
        [.. Directory.EnumerateDirectories(_checkout.At("src"))
            .Select(d => Path.GetFileName(d))
            .Where(n => File.Exists(ProjectOf(n)) && !StandIns.Contains(n))
            .Order(StringComparer.Ordinal)];

    /// <summary>The project file of a library.</summary>
    /// <param name="library">Its name.</param>
    /// <returns>The path.</returns>
    public string ProjectOf(string library) => _checkout.At("src", library, library + ".csproj");

    /// <summary>Describes the package of a library.</summary>
    /// <param name="library">Its name.</param>
    /// <returns>The description.</returns>
    /// <exception cref="CakeException">The project uses a package without a central version.</exception>
    public PackageDescription Describe(string library)
    {
        var project = XDocument.Load(ProjectOf(library));
        var packages = project.Descendants("PackageReference").Select(e => Central(e.Attribute("Include")!.Value, library));
        var projects = project.Descendants("ProjectReference").Select(e => Path.GetFileNameWithoutExtension(e.Attribute("Include")!.Value.Replace('\\', '/')))
            .Select(n => StandIns.Contains(n) ? Central(n, library) : new PackageDependency(n, $"[{Version}]"));

        // Cake.Frosting brings the Cake assemblies and their Spectre.Console in the versions that belong together.
        var cake = project.Descendants("UsesCake").Any(e => e.Value == "true") ? [Central(StandIns[0], library)] : Array.Empty<PackageDependency>();
        return new PackageDescription(
            library, Version, _properties["Authors"], _properties["PackageLicenseExpression"],
            [.. packages.Concat(projects).Concat(cake).Distinct().OrderBy(d => d.Id, StringComparer.Ordinal)]);
    }

    private string Version => _properties["Version"];

    private PackageDependency Central(string id, string library) => _versions.TryGetValue(id, out var version)
        ? new PackageDependency(id, version)
        : throw new CakeException($"{ProjectOf(library)} refers to {id}, of which Directory.Packages.props names no version");

    private string Expand(string value) =>
        value.StartsWith("$(", StringComparison.Ordinal) && _properties.TryGetValue(value[2..^1], out var expanded) ? expanded : value;
}
