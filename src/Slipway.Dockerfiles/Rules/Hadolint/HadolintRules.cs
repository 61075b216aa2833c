namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>The meaning of hadolint's rules, under its codes.</summary>
internal static class HadolintRules
{
    public static IReadOnlyList<DockerfileRule> All { get; } = [];
}
