using Slipway.Dockerfiles.Rules.Cache;
using Slipway.Dockerfiles.Rules.Form;
using Slipway.Dockerfiles.Rules.StartUp;

namespace Slipway.Dockerfiles.Rules;

/// <summary>The rules that there are.</summary>
internal static class RuleList
{
    public static IReadOnlyList<DockerfileRule> All { get; } =
    [
        new InvalidInstruction(), new OtherFrontend(),
        new SourceBeforeDependencies(), new MissingCacheMount(), new DeletedCache(), new BustingArgument(), new MissingIgnoreFile(), new WeakIgnoreFile(),
        new SplitPackageLists(), new WideCopy(), new MultiStageWanted(), new UnpinnedBase(),
        new MigrationAtStartUp(), new InstallAtStartUp(), new CompileAtStartUp(), new MissingBytecode(), new SlowHealthCheck(), new MissingHealthCheck(),
        new SwallowedSignal(), new MissingUser(),
        .. Hadolint.HadolintRules.All, .. BuildKit.BuildKitRules.All,
    ];
}
