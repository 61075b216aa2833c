using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Syntax;

namespace Slipway.Dockerfiles.Stages;

/// <summary>Finds out what commands an instruction runs.</summary>
internal static class ScriptReader
{
    public static ShellScript Read(Instruction instruction, StepState before)
    {
        var start = instruction.Is("HEALTHCHECK") ? 1 : 0;
        var runs = instruction.Name is "RUN" or "CMD" or "ENTRYPOINT" or "HEALTHCHECK";
        if (!runs || instruction.Words.Count <= start)
        {
            return new([], isList: true, hasComment: false);
        }

        if (instruction.IsJson)
        {
            return ShellScript.OfWords([.. instruction.Words.Skip(start)], instruction.Rest);
        }

        if (before.Shell is { Count: > 0 } shell && !IsPosix(shell[0]))
        {
            return new([], isList: false, hasComment: false);
        }

        var line = ShellScript.Parse(instruction.Words[start].Content);
        return instruction.Heredocs.Count == 0 ? line : WithHeredocs(instruction, line);
    }

    /// <summary>A heredoc is a script when nothing else is on the line, or when a shell reads it.</summary>
    private static ShellScript WithHeredocs(Instruction instruction, ShellScript line)
    {
        var reader = line.Commands.Count > 0 ? line.Commands[^1] : null;
        var isScript = reader is null || reader.Words.Count == 0 || (Runners.IsShell(reader.Name) && reader.Operands().Count == 0);
        var body = instruction.Heredocs[0].Content;
        if (!isScript || !IsShellScript(body.Text))
        {
            return line;
        }

        var script = ShellScript.Parse(body);
        return new([.. line.Commands.Where(c => c.Words.Count > 0), .. script.Commands], script.IsList && script.Commands.Count < 2, script.HasComment);
    }

    private static bool IsShellScript(string text)
    {
        if (!text.StartsWith("#!", StringComparison.Ordinal))
        {
            return true;
        }

        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var words = text[2..(end < 0 ? text.Length : end)].Split([' ', '/', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(Runners.IsShell);
    }

    private static bool IsPosix(string shell) => Runners.IsShell(shell[(shell.LastIndexOf('/') + 1)..]);
}
