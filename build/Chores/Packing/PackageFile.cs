using System.IO.Compression;
using System.Xml.Linq;

namespace Build.Chores.Packing;

/// <summary>Looks into a package.</summary>
internal static class PackageFile
{
    /// <summary>Reads what a package says that it needs.</summary>
    /// <param name="path">The package's path.</param>
    /// <returns>The dependencies by name.</returns>
    public static IReadOnlyList<PackageDependency> Dependencies(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        using var manifest = archive.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return [.. Nuspec.Dependencies(XDocument.Load(manifest)).OrderBy(d => d.Id, StringComparer.Ordinal)];
    }
}
