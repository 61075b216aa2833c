using Slipway.Compose.Linting;
using Slipway.Findings;
using Slipway.Findings.Fixing;
using Slipway.Findings.Sources;

namespace Slipway.Linting.Files;

/// <summary>A compose file of the application.</summary>
/// <param name="source">Its text.</param>
/// <param name="linter">Knows the application.</param>
internal sealed class LintedCompose(SourceText source, ComposeLinter linter) : ILintedFile
{
    private readonly Lazy<FixOutcome> _outcome = new(() => linter.Fix(source));

    public SourceText Source => source;

    public Synonyms Synonyms { get; } = new([]);

    public Severity? Threshold => null;

    public IReadOnlyList<Finding> Check() => linter.Lint(source);

    public FixOutcome Fix() => _outcome.Value;
}
