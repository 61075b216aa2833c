namespace Build.Chores.Packing;

/// <summary>A package that another needs.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">The lowest version that will do, or an exact one in brackets.</param>
public sealed record PackageDependency(string Id, string Version);
