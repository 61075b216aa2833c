using Cake.Core;
using Cake.Frosting;
using Slipway.Phases;

namespace Build.Chores.Packing;

/// <summary>Packs the libraries, and looks into what came of it.</summary>
[TaskName(nameof(Pack))]
[TaskDescription("Packs the libraries as NuGet packages into artifacts/packages.")]
public sealed class Pack(Checkout checkout) : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context)
    {
        var reader = new PackageReader(checkout);
        foreach (var library in reader.Libraries())
        {
            // One after the other: not all of them are on the way to one of them, and a second look at what is built takes little.
            Execute(context, "build", reader.ProjectOf(library), "--configuration", "Release", "-nodeReuse:false");
        }

        foreach (var package in reader.Libraries().Select(reader.Describe))
        {
            Package(context, package, reader.ProjectOf(package.Id));
            context.Console.WriteLine(
                "{0} {1} needs {2}", package.Id, package.Version,
                package.Dependencies.Count == 0 ? "nothing" : string.Join(", ", package.Dependencies.Select(d => $"{d.Id} {d.Version}")));
        }
    }

    // With a manifest of our own and what is built already, packing restores nothing: the published packages need not be in reach.
    private void Package(SlipwayContext context, PackageDescription package, string project)
    {
        var folder = Directory.CreateDirectory(checkout.At("artifacts", "packages")).FullName;
        var manifest = Path.Combine(folder, package.Id + ".nuspec");
        Nuspec.Write(package, checkout.ProgramOf(package.Id, "release"), checkout.At("README.md")).Save(manifest);
        Execute(
            context, "pack", project, "--configuration", "Release", "--no-build", "--no-restore", "--output", folder, "-p:IsPackable=true",
            $"-p:NuspecFile={manifest}");
        var packed = PackageFile.Dependencies(Path.Combine(folder, $"{package.Id}.{package.Version}.nupkg"));
        if (!packed.SequenceEqual(package.Dependencies))
        {
            throw new CakeException($"the package of {package.Id} names other dependencies than its manifest: {string.Join(", ", packed)}");
        }
    }

    private void Execute(SlipwayContext context, params string[] arguments)
    {
        if (DotNet.Run(context, checkout.Root, [.. arguments, "--nologo", "-v", "quiet"]) is not 0 and var exitCode)
        {
            throw new CakeException(exitCode, $"dotnet {arguments[0]} {arguments[1]} failed; its errors are above");
        }
    }
}
