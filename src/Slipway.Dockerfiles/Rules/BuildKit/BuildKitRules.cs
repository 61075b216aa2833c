namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>BuildKit's build checks, under its names.</summary>
internal static class BuildKitRules
{
    public static IReadOnlyList<DockerfileRule> All { get; } =
    [
        new ConsistentInstructionCasing(), new CopyIgnoredFile(), new DuplicateStageName(), new ExposeInvalidFormat(),
        new ExposeProtoCasing(), new FromAsCasing(), new FromPlatformFlagConstDisallowed(), new InvalidBaseImagePlatform(),
        new InvalidDefaultArgInFrom(), new InvalidDefinitionDescription(), new JSONArgsRecommended(), new LegacyKeyValueFormat(),
        new MaintainerDeprecated(), new MultipleInstructionsDisallowed(), new NoEmptyContinuation(), new RedundantTargetPlatform(),
        new ReservedStageName(), new SecretsUsedInArgOrEnv(), new StageNameCasing(), new UndefinedArgInFrom(),
        new UndefinedVar(), new WorkdirRelativePath(),
    ];
}
