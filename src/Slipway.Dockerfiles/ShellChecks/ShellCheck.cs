using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.ShellChecks;

/// <summary>Has shellcheck look at the scripts of RUN instructions. Who runs it is up to the caller.</summary>
public static class ShellCheck
{
    /// <summary>The scripts of a file.</summary>
    /// <returns>One for each RUN in shell form whose shell shellcheck knows; a heredoc that a shell reads counts as the script.</returns>
    public static IReadOnlyList<ShellCheckScript> Scripts(Dockerfile file) =>
        [.. StageReader.Read(file)
            .SelectMany(s => s.Steps)
            .Where(s => s.Is("RUN") && !s.Instruction.IsJson && s.Instruction.Words.Count > 0)
            .Select(Script)
            .OfType<ShellCheckScript>()];

    /// <summary>Puts what shellcheck has found into its places in the file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="script">The script that shellcheck was given.</param>
    /// <param name="comments">What it said of this script.</param>
    /// <param name="settings">What the user asks for.</param>
    /// <returns>The findings under shellcheck's codes.</returns>
    public static IReadOnlyList<Finding> Read(SourceText source, ShellCheckScript script, IEnumerable<ShellCheckComment> comments, LintSettings settings) =>
        [.. comments.Select(c => Finding(source, script, c, settings)).OfType<Finding>()];

    private static ShellCheckScript? Script(Step step)
    {
        var shell = step.Before.Shell is [var program, ..] ? program[(program.LastIndexOf('/') + 1)..] : "sh";
        if (!Runners.IsShell(shell))
        {
            return null;
        }

        var variables = step.Before.Environment.Keys.Concat(step.Before.Arguments.Keys).Where(IsName).Distinct(StringComparer.Ordinal).ToList();
        if (step.Instruction.Heredocs.Count == 0)
        {
            return new(Known(shell), variables, step.Instruction.Words[0].Content);
        }

        var reader = step.Script.Commands.FirstOrDefault(c => c.Span.Start < step.Instruction.Heredocs[0].Content.Span.Start);
        var isScript = reader is null || Runners.IsShell(reader.Name);
        return isScript && !step.Instruction.Heredocs[0].Content.Text.StartsWith("#!", StringComparison.Ordinal)
            ? new(Known(reader?.Name ?? shell), variables, step.Instruction.Heredocs[0].Content)
            : null;
    }

    private static Finding? Finding(SourceText source, ShellCheckScript script, ShellCheckComment comment, LintSettings settings)
    {
        var start = Offset(script.Script.Text, comment.Line - 1, comment.Column);
        var end = Offset(script.Script.Text, comment.EndLine - 1, comment.EndColumn);
        // The line that sets the variables is ours.
        if (start is not { } from || settings.Ignored.Contains(comment.Code))
        {
            return null;
        }

        var severity = settings.Severities.GetValueOrDefault(comment.Code, comment.Severity);
        var rule = new RuleInfo(
            comment.Code, severity, "ShellCheck", $"shellcheck explains it at https://www.shellcheck.net/wiki/{comment.Code}.",
            "shellcheck's own fixes don't know that they would stand in a Dockerfile");
        return severity == Severity.Off
            ? null
            : Findings.Finding.At(rule, source, script.Script.SpanOf(from, Math.Max(1, (end ?? from) - from)), comment.Message);
    }

    /// <summary>The character at a line, of which the first is 1, and a column from 1.</summary>
    private static int? Offset(string text, int line, int column)
    {
        var start = 0;
        for (; line > 1; line--)
        {
            start = text.IndexOf('\n', start) + 1;
            if (start == 0)
            {
                return null;
            }
        }

        return line < 1 ? null : Math.Min(start + column - 1, text.Length);
    }

    private static string Known(string shell) => shell switch { "ash" => "dash", "zsh" => "bash", _ => shell };

    private static bool IsName(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
