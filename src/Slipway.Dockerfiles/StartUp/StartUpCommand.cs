using Slipway.Dockerfiles.Shell;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.StartUp;

/// <summary>A command that runs at each start of the container.</summary>
/// <param name="Span">The place in the Dockerfile that leads to it.</param>
/// <param name="Where">The file and line of a script that it stands in; empty when it stands in the Dockerfile.</param>
internal sealed record StartUpCommand(ShellCommand Command, TextSpan Span, string Where)
{
    private static readonly char[] Between = [' ', '\t', '\n', '"', '\'', '|', '(', ')', ';', '=', '[', ']'];

    /// <summary>What has to hold for it to run, as it is written; empty where it always runs.</summary>
    public string Guard { get; init; } = string.Empty;

    /// <summary>The words that the container is started with, as far as they are known.</summary>
    public IReadOnlyList<string> Given { get; init; } = [];

    /// <summary>Whether it only runs when the container is given other arguments than it is, as far as they are known.</summary>
    public bool IsChosen => TestsArguments && (Given.Count == 0 || IsOfOthers);

    /// <summary>Whether it doesn't run with what the container is given: unlike <see cref="IsChosen"/> no, where nobody knows that.</summary>
    public bool IsLeftOut => TestsArguments && Given.Count > 0 && IsOfOthers;

    private bool TestsArguments => Guard.Contains("$1", StringComparison.Ordinal)
        || Guard.Contains("${1", StringComparison.Ordinal)
        || Guard.Contains("$#", StringComparison.Ordinal);

    private bool IsOfOthers
    {
        get
        {
            // Of a case only the last branch leads to it, unless that is the one for all others.
            var isCase = Guard.Contains("case", StringComparison.Ordinal);
            var last = isCase ? Guard[(Guard.LastIndexOf(";;", StringComparison.Ordinal) + 1)..].TrimStart(';') : Guard;
            var isRest = last.TrimStart().StartsWith("*)", StringComparison.Ordinal);
            var words = (isRest ? Guard : last).Split(Between, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
            var isNamed = Given.Any(g => words.Contains(g) || words.Contains(g[(g.LastIndexOf('/') + 1)..]));
            var isTurned = isRest || Guard.Contains("!=", StringComparison.Ordinal) || words.Contains("else") || words.Contains("-z");
            return isNamed == isTurned;
        }
    }

    public override string ToString() => Where.Length == 0 ? $"{Command}" : $"{Command} ({Where})";
}
