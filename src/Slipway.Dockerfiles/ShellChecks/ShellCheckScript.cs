using Slipway.Dockerfiles.Syntax;

namespace Slipway.Dockerfiles.ShellChecks;

/// <summary>What shellcheck is given of a RUN.</summary>
/// <param name="Shell">The shell: sh, bash, dash or ksh.</param>
/// <param name="Variables">The variables that ENV and ARG have set before.</param>
/// <param name="Script">The script, which knows where it stands in the file.</param>
public sealed record ShellCheckScript(string Shell, IReadOnlyList<string> Variables, LogicalText Script)
{
    /// <summary>
    /// The arguments of shellcheck; what follows them is a file with <see cref="Input"/>, or several of one shell. Files that only the image has aren't
    /// followed.
    /// </summary>
    public IReadOnlyList<string> Arguments => [$"--shell={Shell}", "--format=json1", "--exclude=SC1090,SC1091,SC2187"];

    /// <summary>The text that shellcheck is given: a line that sets the variables that the script may name, then the script.</summary>
    public string Input =>
        $"{Variables.Where(v => Script.Text.Contains(v, StringComparison.Ordinal)).Aggregate(":", (l, v) => $"{l}; export {v}=1")}\n{Script.Text}\n";
}
