using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Slipway.Architecture.Tests;

/// <summary>A built assembly, read without loading it.</summary>
internal sealed class Assembly
{
    private Assembly(string name, IReadOnlyList<string> references) => (Name, References) = (name, references);

    public string Name { get; }

    /// <summary>The assemblies that its code uses.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>The libraries of the house: what stands beside these tests and comes from src.</summary>
    public static IReadOnlyList<Assembly> Ours() =>
        [.. Repository.Projects().Where(p => p.StartsWith("src/", StringComparison.Ordinal)).Select(p => Read(Path.GetFileNameWithoutExtension(p)))];

    public static Assembly Read(string name)
    {
        var path = PathOf(name);
        File.Exists(path).ShouldBeTrue($"{name} comes along with Slipway, or these tests reference it");
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return new Assembly(name, [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))]);
    }

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    public override string ToString() => Name;
}
