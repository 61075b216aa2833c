using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.Packages;

/// <summary>Where a package manager keeps its cache for the user, home and environment of a step.</summary>
/// <param name="Folders">The folders; none when they can't be known.</param>
/// <param name="Unknown">Why they can't be known; empty when they can.</param>
internal sealed record CachePlace(IReadOnlyList<string> Folders, string Unknown)
{
    public static CachePlace Of(PackageManager manager, Step step)
    {
        var environment = step.Before.Environment;
        if (manager == PackageManagers.Go && !environment.ContainsKey("GOMODCACHE") && environment.TryGetValue("GOPATH", out var path))
        {
            return new([path.TrimEnd('/') + "/pkg/mod", environment.GetValueOrDefault("GOCACHE", "/root/.cache/go-build")], string.Empty);
        }

        if (manager == PackageManagers.Go && environment.TryGetValue("GOCACHE", out var cache)) return new(["/go/pkg/mod", cache], string.Empty);
        if (manager == PackageManagers.Cargo && environment.TryGetValue("CARGO_HOME", out var cargo)) return new([$"{cargo}/registry", $"{cargo}/git"], string.Empty);
        if (manager.CacheVariable.Length > 0 && environment.TryGetValue(manager.CacheVariable, out var moved)) return new([moved], string.Empty);
        if (!manager.Caches.Any(c => c[0] == '~') && manager.Name is not ("yarn" or "bundle" or "go" or "cargo")) return new(manager.Caches, string.Empty);

        var user = step.Before.User?.Split(':')[0];
        if (user is null or "root" or "0" or "")
        {
            var home = environment.GetValueOrDefault("HOME", "/root");
            return new([.. manager.Caches.Select(c => c[0] == '~' ? home + c[1..] : c)], string.Empty);
        }

        return new([], $"the step runs as {user}, whose number isn't known here: a cache mount belongs to root unless it says uid=");
    }
}
