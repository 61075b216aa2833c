using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Linting;
using Slipway.Findings;
using Slipway.Findings.Fixing;
using Slipway.Findings.Sources;

namespace Slipway.Linting.Files;

/// <summary>A Dockerfile with all that its rules need.</summary>
/// <param name="place">Where it is and how it is built.</param>
/// <param name="source">Its text.</param>
/// <param name="settings">What the user asks for.</param>
/// <param name="build">Reads its build context.</param>
/// <param name="shellCheck">What shellcheck has found in it.</param>
internal sealed class LintedDockerfile(
    DockerfilePlace place, SourceText source, LintSettings settings, Func<BuildContext> build, Func<IReadOnlyList<Finding>> shellCheck) : ILintedFile
{
    private const string MigrationRule = "SLD201";

    private readonly DockerfileLinter _linter = new(settings);
    private readonly Lazy<BuildContext> _build = new(build);

    /// <summary>Where it is and how it is built.</summary>
    public DockerfilePlace Place => place;

    /// <summary>What is known of its build context.</summary>
    public BuildContext Build => _build.Value;

    public SourceText Source => source;

    public Synonyms Synonyms => DockerfileLinter.Synonyms;

    public Severity? Threshold => settings.Threshold;

    /// <summary>Whether a migration would be taken out of its start once a service of the compose file had taken it over.</summary>
    public bool CanMoveMigration =>
        _linter.Lint(source, Build with { HasMigrationJob = () => true }).Findings.Any(f => f.Rule.Code == MigrationRule && !f.Fix.IsRefused);

    public IReadOnlyList<Finding> Check() => _linter.Lint(source, Build, shellCheck()).Findings;

    public FixOutcome Fix() => _linter.Fix(source, Build);
}
