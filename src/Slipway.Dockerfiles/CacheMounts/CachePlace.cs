using Slipway.Dockerfiles.Packages;
using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.CacheMounts;

/// <summary>Where a package manager keeps its cache for the user, home and environment of a step.</summary>
/// <param name="Folders">The folders; none when they can't be known.</param>
/// <param name="Refusal">Why no mount can be put there without a person who thinks about it; empty when it can.</param>
internal sealed record CachePlace(IReadOnlyList<string> Folders, string Refusal)
{
    private static readonly string[] Shared = ["bundle", "cargo"];

    public static CachePlace Of(PackageManager manager, Step step)
    {
        if (Moved(manager, step) is { } moved)
        {
            return moved.Length == 0
                ? new([], "BUNDLE_PATH moves the gems, whose downloads lie in a folder named after the version of Ruby then")
                : new(moved, string.Empty);
        }

        if (!manager.Caches.Any(c => c[0] == '~') && manager != PackageManagers.Yarn && !Shared.Contains(manager.Name))
        {
            return new(manager.Caches, string.Empty);
        }

        var user = step.Before.User?.Split(':')[0];
        if (user is null or "root" or "0" or "")
        {
            return new([.. manager.Caches.Select(c => Placed(c, step, step.Before.Value("HOME") ?? "/root"))], string.Empty);
        }

        // The home of a number is known to the image's list of users only.
        var isNumber = user.All(char.IsAsciiDigit);
        var home = step.Before.Value("HOME") ?? (isNumber ? null : "/home/" + user);
        IReadOnlyList<string> folders = home is null
            ? []
            : [.. manager.Caches.Select(c => Placed(manager == PackageManagers.Yarn ? "~/.cache/yarn" : c, step, home))];
        var owner = isNumber ? user : user == "node" && IsImage(step, "node") ? "1000" : "NUMBER";
        return new(
            folders,
            $"the step runs as {user}, and the folders that a mount leaves behind in the image are root's; where nothing writes to them later, "
                + $"--mount=type=cache,target={(folders.Count > 0 ? folders[0] : "FOLDER")},uid={owner},gid={owner} will do");
    }

    /// <summary>Where variables and images put the cache; null when it is in its usual place, none when it can't be told.</summary>
    private static string[]? Moved(PackageManager manager, Step step)
    {
        if (manager == PackageManagers.Go)
        {
            return Go(step);
        }

        if (manager == PackageManagers.Cargo)
        {
            return Value("CARGO_HOME") is { } cargo ? [$"{cargo}/registry", $"{cargo}/git"] : null;
        }

        if (manager == PackageManagers.Bundler && Value("BUNDLE_PATH") is { } bundle && bundle != "/usr/local/bundle")
        {
            return [];
        }

        if (manager == PackageManagers.Bundler && Value("GEM_HOME") is { } gems)
        {
            return [gems + "/cache"];
        }

        if (manager == PackageManagers.Pnpm && Value("PNPM_HOME") is { } pnpm)
        {
            return [pnpm + "/store"];
        }

        if (manager.CacheVariable.Length > 0 && (Value(manager.CacheVariable) ?? Value(manager.CacheVariable.ToUpperInvariant())) is { } moved)
        {
            // Beside the downloads there are settings (Gradle) and environments (Poetry).
            return manager.Caches.Count == 1 ? [moved] : [.. manager.Caches.Select(c => $"{moved}/{c[(c.LastIndexOf('/') + 1)..]}")];
        }

        if (manager == PackageManagers.Composer && Value("COMPOSER_HOME") is { } composer)
        {
            return [composer + "/cache"];
        }

        return manager == PackageManagers.Composer && IsImage(step, "composer") ? ["/tmp/cache"] : null;

        string? Value(string name) => step.Before.Value(name) is { Length: > 1 } value ? value.TrimEnd('/') : null;
    }

    private static string[]? Go(Step step)
    {
        var (modules, path, builds) = (step.Before.Value("GOMODCACHE"), step.Before.Value("GOPATH"), step.Before.Value("GOCACHE"));
        if (modules is null && path is null && builds is null)
        {
            return null;
        }

        modules ??= path is null ? "/go/pkg/mod" : path.TrimEnd('/') + "/pkg/mod";
        builds ??= Placed("~/.cache/go-build", step, step.Before.Value("HOME") ?? "/root");
        return [modules, builds];
    }

    private static string Placed(string cache, Step step, string home)
    {
        if (cache.StartsWith("~/.cache/", StringComparison.Ordinal) && step.Before.Value("XDG_CACHE_HOME") is { Length: > 1 } caches)
        {
            return caches.TrimEnd('/') + cache["~/.cache".Length..];
        }

        if (cache.StartsWith("~/.local/share/", StringComparison.Ordinal) && step.Before.Value("XDG_DATA_HOME") is { Length: > 1 } data)
        {
            return data.TrimEnd('/') + cache["~/.local/share".Length..];
        }

        return cache[0] == '~' ? home.TrimEnd('/') + cache[1..] : cache;
    }

    private static bool IsImage(Step step, string name)
    {
        var image = step.Stage.RootImage.Split(':', '@')[0];
        return image == name || image.EndsWith("/" + name, StringComparison.Ordinal);
    }
}
