using Slipway.Dockerfiles.Syntax;

namespace Slipway.Dockerfiles.Shell;

/// <summary>Commands that run another command.</summary>
internal static class Runners
{
    private const int Deepest = 40;

    /// <summary>The commands that a command runs, and those that these run.</summary>
    public static IReadOnlyList<ShellCommand> RunBy(ShellCommand command, char escape = '\\')
    {
        if (Depth(command) > Deepest)
        {
            return [];
        }

        if (IsShell(command.Name))
        {
            return OfShell(command, escape);
        }

        var start = command.Name switch
        {
            "sudo" or "exec" or "command" or "nohup" or "setsid" or "time" or "ionice" or "tini" or "dumb-init" or "catatonit" or "doas" or "stdbuf" =>
                Skip(command, 1),
            "nice" => Skip(command, 1, "-n"),
            "xargs" => Skip(command, 1, "-n", "-P", "-I", "-L", "-d", "-s", "-a"),
            "env" => SkipAssignments(command, Skip(command, 1, "-u", "-C")),
            "gosu" or "su-exec" or "setpriv" or "chroot" => Skip(command, 1) + 1,
            "timeout" => Skip(command, 1, "-s", "-k") + 1,
            "wait-for-it" or "wait-for-it.sh" or "dockerize" or "wait-for" or "wait-for.sh" => AfterDashes(command),
            "poetry" or "uv" or "pipenv" or "pdm" or "hatch" or "rye" when command.Verb == "run" =>
                Skip(command, 1) is var verb ? SkipFrom(command, verb + 1) : 0,
            "npx" or "bunx" or "pnpx" => Skip(command, 1, "-p", "--package", "-c"),
            "pnpm" or "yarn" or "npm" when command.Verb is "exec" or "dlx" => SkipFrom(command, Skip(command, 1) + 1),
            "bundle" when command.Verb == "exec" => SkipFrom(command, Skip(command, 1) + 1),
            _ => command.Words.Count,
        };
        return start > 0 && start < command.Words.Count ? From(command, start, escape) : [];
    }

    public static bool IsShell(string name) => name is "sh" or "bash" or "ash" or "dash" or "zsh" or "ksh";

    private static int Depth(ShellCommand? command)
    {
        var depth = 0;
        for (; command is not null; command = command.Runner)
        {
            depth++;
        }

        return depth;
    }

    private static List<ShellCommand> From(ShellCommand runner, int start, char escape)
    {
        var words = runner.Words.Skip(start).ToList();
        var last = runner.Words[^1].Content;
        var inner = new ShellCommand
        {
            Words = words,
            Assignments = [.. runner.Words.Take(start)
                .Where(w => runner.Name == "env" && w.Text.Contains('=', StringComparison.Ordinal)), .. runner.Assignments],
            Redirections = runner.Redirections,
            Joint = runner.Joint,
            Depth = runner.Depth,
            Content = words.Count == 1 ? last : Between(runner, words[0].Content, last),
            Enclosing = runner.Enclosing,
            Runner = runner,
        };
        return [inner, .. RunBy(inner, escape)];
    }

    private static LogicalText Between(ShellCommand runner, LogicalText first, LogicalText last)
    {
        // The words of a JSON form don't stand in one text: there the whole form stands for the command.
        var content = runner.Content;
        var start = Enumerable.Range(0, content.Length).FirstOrDefault(i => content.OffsetOf(i) == first.OffsetOf(0), -1);
        return start < 0 || first.OffsetOf(0) > last.OffsetOf(0) ? content : content.Slice(start, content.Length - start);
    }

    /// <summary>The script after <c>-c</c>.</summary>
    private static List<ShellCommand> OfShell(ShellCommand command, char escape)
    {
        for (var index = 1; index + 1 < command.Words.Count; index++)
        {
            var text = command.Words[index].Text;
            if (!command.Words[index].IsOption)
            {
                break;
            }

            if (text[1] == '-' || !text.Contains('c', StringComparison.Ordinal))
            {
                continue;
            }

            var script = Unquoted(command.Words[index + 1], escape);
            return [.. ShellParser.Inner(script, escape, command.Depth).Select(c => Within(c, command))];
        }

        return [];
    }

    private static ShellCommand Within(ShellCommand inner, ShellCommand runner) => new()
    {
        Words = inner.Words,
        Assignments = inner.Assignments,
        Redirections = inner.Redirections,
        Joint = inner.Joint.Length == 0 ? runner.Joint : inner.Joint,
        Depth = inner.Depth,
        Content = inner.Content,
        Enclosing = runner.Enclosing + inner.Enclosing,
        Runner = inner.Runner is null ? runner : Within(inner.Runner, runner),
    };

    /// <summary>The text between the quotes of a word, which a shell reads once more.</summary>
    private static LogicalText Unquoted(ShellWord word, char escape)
    {
        var content = word.Content;
        var isQuoted = content.Length >= 2 && content.Text[0] is '\'' or '"' && content.Text[^1] == content.Text[0];
        var inner = isQuoted ? content.Slice(1, content.Length - 2) : content;
        if (!isQuoted || content.Text[0] == '\'' || !inner.Text.Contains(escape, StringComparison.Ordinal))
        {
            return inner;
        }

        var kept = Enumerable.Range(0, inner.Length)
            .Where(i => !(inner.Text[i] == escape && i + 1 < inner.Length && inner.Text[i + 1] is '"' or '$' or '`'))
            .ToArray();
        return LogicalText.Of(string.Concat(kept.Select(i => inner.Text[i])), [.. kept.Select(inner.OffsetOf)], inner.OffsetOf(inner.Length));
    }

    private static int Skip(ShellCommand command, int start, params ReadOnlySpan<string> withValue)
    {
        var index = start;
        while (index < command.Words.Count && command.Words[index].IsOption)
        {
            if (command.Words[index].Text == "--")
            {
                return index + 1;
            }

            index += withValue.Contains(command.Words[index].Text) ? 2 : 1;
        }

        return index;
    }

    private static int SkipFrom(ShellCommand command, int start) => Skip(command, Math.Min(start, command.Words.Count));

    private static int SkipAssignments(ShellCommand command, int start)
    {
        while (start < command.Words.Count && command.Words[start].Text.Contains('=', StringComparison.Ordinal))
        {
            start++;
        }

        return start;
    }

    private static int AfterDashes(ShellCommand command)
    {
        for (var index = 1; index < command.Words.Count; index++)
        {
            if (command.Words[index].Text == "--")
            {
                return index + 1;
            }
        }

        return command.Name == "dockerize"
            ? Skip(command, 1, "-wait", "-timeout", "-template", "-stdout", "-stderr", "-wait-retry-interval")
            : command.Words.Count;
    }
}
