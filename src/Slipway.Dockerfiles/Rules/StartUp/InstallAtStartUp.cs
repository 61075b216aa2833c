using Slipway.Dockerfiles.Packages;
using Slipway.Dockerfiles.StartUp;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.StartUp;

/// <summary>Packages are installed whenever a container starts.</summary>
internal sealed class InstallAtStartUp() : StartUpRule(new(
    "SLD202",
    Severity.Warning,
    "Install dependencies when the image is built",
    "Each start downloads them again, takes as long, and fails when the registry can't be reached.",
    "the installation needs a step of its own in the Dockerfile, whose place depends on the application"))
{
    protected override bool AllowsJobs => false;

    protected override string? Describe(StartUpCommand command) =>
        PackageCalls.Of(command.Command) is { Compiles: false } ? $"{command} installs packages at every start" : null;
}
