using Slipway.Dockerfiles.StartUp;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.StartUp;

/// <summary>The database is migrated whenever a container starts.</summary>
internal sealed class MigrationAtStartUp() : StartUpRule(new(
    "SLD201",
    Severity.Warning,
    "Migrate before the deployment, not at the start of the container",
    "The migration runs while nobody is served, again at every restart, and in all replicas at once; when it fails, so does the start.",
    "a migration job has to take its place first: a service of compose.yaml that runs this command once, before the new slot starts"))
{
    protected override string? Describe(StartUpCommand command) =>
        MigrationCalls.Of(command.Command) is { } tool ? $"{command} migrates the database at every start ({tool})" : null;
}
