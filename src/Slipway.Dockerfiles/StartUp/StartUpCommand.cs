using Slipway.Dockerfiles.Shell;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.StartUp;

/// <summary>A command that runs at each start of the container.</summary>
/// <param name="Span">The place in the Dockerfile that leads to it.</param>
/// <param name="Where">The file and line of a script that it stands in; empty when it stands in the Dockerfile.</param>
internal sealed record StartUpCommand(ShellCommand Command, TextSpan Span, string Where)
{
    /// <summary>Whether it only runs when the container is given certain arguments, and not at each start.</summary>
    public bool IsChosen =>
        Command.Enclosing.Contains("$1", StringComparison.Ordinal)
            || Command.Enclosing.Contains("${1", StringComparison.Ordinal)
            || Command.Enclosing.Contains("$#", StringComparison.Ordinal);

    public override string ToString() => Where.Length == 0 ? $"{Command}" : $"{Command} ({Where})";
}
