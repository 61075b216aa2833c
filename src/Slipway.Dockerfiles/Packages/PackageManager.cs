namespace Slipway.Dockerfiles.Packages;

/// <summary>What is known of a program that installs packages.</summary>
/// <param name="Caches">Where it keeps what it has downloaded; a leading <c>~</c> is the home of the user that runs it.</param>
/// <param name="CacheVariable">The variable that moves the cache, or empty.</param>
/// <param name="IsStore">Whether later commands read the packages from there, so that a step without the cache would miss them.</param>
/// <param name="Manifests">The files that name the dependencies; any of them may be missing.</param>
internal sealed record PackageManager(string Name, IReadOnlyList<string> Caches, string CacheVariable, bool IsStore, IReadOnlyList<string> Manifests)
{
    /// <summary>Whether its cache is of use to one build at a time only.</summary>
    public bool NeedsLock => Name is "apt-get";

    public override string ToString() => Name;
}
