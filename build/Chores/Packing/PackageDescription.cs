namespace Build.Chores.Packing;

/// <summary>What a package of a library says about itself.</summary>
/// <param name="Id">The library's name, which is the package's.</param>
/// <param name="Authors">Who made it.</param>
/// <param name="License">Its SPDX expression.</param>
/// <param name="Dependencies">What it needs, by name.</param>
public sealed record PackageDescription(string Id, string Version, string Authors, string License, IReadOnlyList<PackageDependency> Dependencies);
