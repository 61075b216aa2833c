using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.StartUp;

/// <summary>Follows ENTRYPOINT and CMD into the scripts that they run.</summary>
internal sealed class StartUpReader
{
    private const int Deepest = 5;

    private static readonly string[] ProgramFolders = ["/usr/local/bin/", "/usr/bin/", "/bin/"];

    private readonly LintContext _context;
    private readonly Stage _stage;
    private readonly List<StartUpCommand> _commands = [];

    private StartUpReader(LintContext context, Stage stage) => (_context, _stage) = (context, stage);

    /// <summary>All that runs when a container of a stage starts, in order; nothing for a stage that says nothing of its own.</summary>
    public static IReadOnlyList<StartUpCommand> Read(LintContext context, Stage stage)
    {
        var (own, entry, command) = (stage.Steps.Any(s => s.Is("CMD") || s.Is("ENTRYPOINT")), Last(stage, "ENTRYPOINT"), Last(stage, "CMD"));
        if (!own)
        {
            return [];
        }

        var reader = new StartUpReader(context, stage);
        // An ENTRYPOINT of a later stage makes the engine forget the CMD of an earlier one.
        if (command is not null && entry is not null && entry.Stage.Index > command.Stage.Index)
        {
            command = null;
        }

        if (entry is not null && command is not null && reader.AddJoined(entry, command))
        {
            return reader._commands;
        }

        if (entry is not null)
        {
            reader.Add(entry.Script.Commands, entry, null, string.Empty, 0);
        }

        if (command is not null && (entry is null || entry.Instruction.IsJson))
        {
            reader.Add(command.Script.Commands, command, null, string.Empty, 0);
        }

        return reader._commands;
    }

    private static Step? Last(Stage stage, string name) => stage.Chain().SelectMany(s => s.Steps.Reverse()).FirstOrDefault(s => s.Is(name));

    /// <summary>The words of CMD are the arguments of an ENTRYPOINT in JSON form.</summary>
    private bool AddJoined(Step entry, Step command)
    {
        if (entry.Instruction is not { IsJson: true, Words.Count: > 0 } || !command.Instruction.IsJson || IsScript(entry.Instruction.Words[0].Text))
        {
            return false;
        }

        var joined = ShellScript.OfWords([.. entry.Instruction.Words, .. command.Instruction.Words], command.Instruction.Rest);
        Add(joined.Commands, command, null, string.Empty, 0);
        return true;
    }

    private void Add(IReadOnlyList<ShellCommand> commands, Step step, TextSpan? span, string script, int depth)
    {
        foreach (var command in commands)
        {
            var where = script.Length == 0 ? string.Empty : script;
            _commands.Add(new(command, span ?? command.Span, where));
            if (depth < Deepest)
            {
                Follow(command, step, span ?? command.Span, depth);
            }
        }
    }

    private void Follow(ShellCommand command, Step step, TextSpan span, int depth)
    {
        if (ScriptPath(command) is { } path && Content(path) is var (file, text) && text is not null)
        {
            AddFile(file, text, step, span, depth);
        }
        else if (NpmScripts.Of(command, _context.Build) is { } script)
        {
            AddText(script, "package.json", step, span, depth);
        }
    }

    private void AddFile(string file, string text, Step step, TextSpan span, int depth)
    {
        if (text.StartsWith("#!", StringComparison.Ordinal) && !text.AsSpan(0, Math.Min(text.Length, 80)).Contains("sh", StringComparison.Ordinal))
        {
            return;
        }

        AddText(text, file, step, span, depth);
    }

    private void AddText(string text, string file, Step step, TextSpan span, int depth)
    {
        var source = SourceText.From(file, text);
        foreach (var command in ShellScript.Parse(LogicalText.Of(source, new(0, text.Length))).Commands)
        {
            Add(
                [command], step, span, file.EndsWith(".json", StringComparison.Ordinal) ? file : $"{file}:{source.PositionOf(command.Span.Start).Line}",
                depth + 1);
        }
    }

    private static string? ScriptPath(ShellCommand command)
    {
        if (command.Words.Count == 0)
        {
            return null;
        }

        var runs = Runners.IsShell(command.Name) || command.Name is "." or "source"
            ? (command.Operands("-c") is [var first, ..] ? first.Text : null)
            : command.Words[0].Text;
        return runs is not null && IsScript(runs) ? runs : null;
    }

    private static bool IsScript(
        string word) => word.EndsWith(".sh", StringComparison.Ordinal) || word.Contains("entrypoint", StringComparison.OrdinalIgnoreCase)
        || (word.Contains('/', StringComparison.Ordinal)
            && word[(word.LastIndexOf('/') + 1)..] is "start" or "run" or "boot" or "init" or "server-start" or "docker-start");

    /// <summary>The text of a file within the image, as far as a COPY brings it or a heredoc writes it.</summary>
    private (string File, string? Text) Content(string path)
    {
        foreach (var step in _stage.Chain().SelectMany(s => s.Steps.Reverse()).Where(s => s.Is("COPY") || s.Is("ADD")))
        {
            var places = path.Contains('/', StringComparison.Ordinal)
                ? [ContainerPath.Join(_stage.After.Folder ?? "/", path)]
                : ProgramFolders.Select(f => f + path).Append(ContainerPath.Join(_stage.After.Folder ?? "/", path));
            foreach (var place in places)
            {
                if (Written(step, place) is { } text)
                {
                    return (path, text);
                }

                if (CopyMap.CopiesContext(step)
                    && CopiedFile.Find(_context.Build, step, place) is var (file, _)
                    && _context.Build.ReadText(file) is { } content)
                {
                    return (file, content);
                }
            }
        }

        return (path, null);
    }

    private static string? Written(Step step, string path) =>
        step.Instruction.Heredocs is [var heredoc] && CopyMap.Target(step) is { } target && ContainerPath.Join(step.Before.Folder ?? "/", target) == path
            ? heredoc.Content.Text
            : null;
}
