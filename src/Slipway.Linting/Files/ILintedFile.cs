using Slipway.Findings;
using Slipway.Findings.Fixing;
using Slipway.Findings.Sources;

namespace Slipway.Linting.Files;

/// <summary>A file that rules look at, whatever kind it is of. Different files are looked at side by side.</summary>
internal interface ILintedFile
{
    /// <summary>The file, under the path that the user knows.</summary>
    SourceText Source { get; }

    /// <summary>Which of its rules look for the same.</summary>
    Synonyms Synonyms { get; }

    /// <summary>The least severity that fails, if a configuration says so.</summary>
    Severity? Threshold { get; }

    /// <summary>Looks at the file.</summary>
    IReadOnlyList<Finding> Check();

    /// <summary>Mends its text as far as safety can be shown; nothing is written.</summary>
    FixOutcome Fix();
}
