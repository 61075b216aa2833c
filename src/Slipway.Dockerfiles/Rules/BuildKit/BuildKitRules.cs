namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>BuildKit's checks, under its names.</summary>
internal static class BuildKitRules
{
    public static IReadOnlyList<DockerfileRule> All { get; } = [];
}
