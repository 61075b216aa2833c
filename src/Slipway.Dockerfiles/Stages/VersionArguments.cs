namespace Slipway.Dockerfiles.Stages;

/// <summary>Build arguments that are given another value with every build, by their usual names.</summary>
public static class VersionArguments
{
    private static readonly string[] Names =
    [
        "VERSION", "APP_VERSION", "RELEASE", "REVISION", "GIT_SHA", "GIT_COMMIT", "COMMIT", "COMMIT_SHA", "COMMIT_HASH", "SHA", "VCS_REF", "BUILD_DATE",
        "BUILD_TIME", "BUILD_NUMBER", "BUILD_ID", "BUILD_VERSION", "TIMESTAMP", "CACHEBUST", "CACHE_BUST", "IMAGE_TAG", "GIT_TAG", "GIT_BRANCH",
        "GITHUB_SHA", "CI_COMMIT_SHA", "SOURCE_COMMIT", "SENTRY_RELEASE",
    ];

    /// <summary>Whether an argument is one of them.</summary>
    /// <param name="name">The argument, in whatever case.</param>
    /// <returns>True if so.</returns>
    public static bool Contains(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
