using Slipway.Compose.Rules.Consistency;
using Slipway.Compose.Rules.Health;
using Slipway.Compose.Rules.Migrations;
using Slipway.Compose.Rules.Structure;

namespace Slipway.Compose.Rules;

/// <summary>The rules that there are.</summary>
internal static class RuleList
{
    public static IReadOnlyList<ComposeRule> All { get; } =
    [
        new UnknownKey(), new MissingSource(),
        new TextNone(), new StartIntervalAlone(), new UnknownDuration(), new UnhealthyForever(), new MissingProbeProgram(), new ProbeElsewhere(),
        new ShadowedHealthCheck(), new MissingHealthCheck(), new SlowStart(), new LateNotice(),
        new PortsDisagree(), new OtherImage(), new MovingTag(), new MissingRestart(), new MissingMemoryLimit(), new ShortGrace(),
        new PlainSecret(), new DependencyCycle(), new AbsentMount(), new SharedHostPort(), new ProxyTarget(), new SharedContainerName(),
        new MigrationAtStart(),
    ];
}
