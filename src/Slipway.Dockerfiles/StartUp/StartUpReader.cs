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

    private readonly LintContext _context;
    private readonly Stage _stage;
    private readonly IReadOnlyList<string> _given;
    private readonly ImageScripts _files;
    private readonly List<StartUpCommand> _commands = [];

    private StartUpReader(LintContext context, Stage stage, IReadOnlyList<string> given) =>
        (_context, _stage, _given, _files) = (context, stage, given, new(context));

    /// <summary>All that runs when a container of a stage starts, in order; nothing for a stage that says nothing of its own.</summary>
    public static IReadOnlyList<StartUpCommand> Read(LintContext context, Stage stage)
    {
        if (!stage.Steps.Any(s => s.Is("CMD") || s.Is("ENTRYPOINT")))
        {
            return [];
        }

        var (entry, command) = Used(stage);
        var reader = new StartUpReader(context, stage, [.. Words(entry), .. Words(command)]);
        if (entry is not null && command is not null && reader.AddJoined(entry, command))
        {
            return reader._commands;
        }

        if (entry is not null)
        {
            reader.Add(entry.Script.Commands, new(null, null, 0));
        }

        if (command is not null && (entry is null || entry.Instruction.IsJson))
        {
            reader.Add(command.Script.Commands, new(null, null, 0));
        }

        return reader._commands;
    }

    /// <summary>All that runs when a container of a stage starts with words of its own.</summary>
    /// <param name="entrypoint">What takes the place of ENTRYPOINT, and leaves CMD out; null for that itself.</param>
    /// <param name="arguments">What takes the place of CMD; null for that itself.</param>
    public static IReadOnlyList<StartUpCommand> Read(
        LintContext context, Stage stage, IReadOnlyList<string>? entrypoint, IReadOnlyList<string>? arguments)
    {
        var (entry, command) = Used(stage);
        var first = entrypoint ?? Words(entry);
        var rest = arguments ?? (entrypoint is null ? Words(command) : []);
        if (entrypoint is null && entry is { Instruction.IsJson: false })
        {
            rest = [];
        }

        var reader = new StartUpReader(context, stage, [.. first, .. rest]);
        reader.Add(Commands([.. first, .. rest]), new(null, null, 0));
        if (first.Count > 0 && rest.Count > 0)
        {
            // What it is given, an entrypoint runs in the end.
            reader.Add(Commands(rest), new(null, null, 0));
        }

        return reader._commands;
    }

    private static (Step? Entry, Step? Command) Used(Stage stage)
    {
        var (entry, command) = (Last(stage, "ENTRYPOINT"), Last(stage, "CMD"));

        // An ENTRYPOINT of a later stage makes the engine forget the CMD of an earlier one.
        return command is not null && entry is not null && entry.Stage.Index > command.Stage.Index ? (entry, null) : (entry, command);
    }

    private static Step? Last(Stage stage, string name) => stage.Chain().SelectMany(s => s.Steps.Reverse()).FirstOrDefault(s => s.Is(name));

    // The text form is run by a shell.
    private static IReadOnlyList<string> Words(Step? start) => start is null ? []
        : start.Instruction.IsJson ? [.. start.Instruction.Words.Select(w => w.Text)]
        : ["/bin/sh", "-c", start.Instruction.Rest.Text];

    private static IReadOnlyList<ShellCommand> Commands(IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return [];
        }

        var all = LogicalText.Of(SourceText.From(string.Empty, string.Join(' ', words)), new(0, words.Sum(w => w.Length) + words.Count - 1));
        return ShellScript.OfWords([.. words.Select(w => new Word(LogicalText.Of(SourceText.From(string.Empty, w), new(0, w.Length)), default))], all).Commands;
    }

    /// <summary>The words of CMD are the arguments of an ENTRYPOINT in JSON form.</summary>
    private bool AddJoined(Step entry, Step command)
    {
        if (entry.Instruction is not { IsJson: true, Words.Count: > 0 } || !command.Instruction.IsJson || ImageScripts.IsNamed(entry.Instruction.Words[0].Text))
        {
            return false;
        }

        var joined = ShellScript.OfWords([.. entry.Instruction.Words, .. command.Instruction.Words], command.Instruction.Rest);
        Add(joined.Commands, new(null, null, 0));
        return true;
    }

    private void Add(IReadOnlyList<ShellCommand> commands, Place place)
    {
        for (var i = 0; i < commands.Count; i++)
        {
            var command = commands[i];
            var span = place.Span ?? command.Span;
            var guard = place.Guard + GuardOf(commands, i);
            _commands.Add(new(command, span, place.Where(command)) { Guard = guard, Given = _given });
            if (place.Depth < Deepest)
            {
                Follow(command, place with { Span = span, Guard = guard });
            }
        }
    }

    /// <summary>What stands around a command, and the tests that it follows by <c>&amp;&amp;</c>.</summary>
    private static string GuardOf(IReadOnlyList<ShellCommand> commands, int index)
    {
        var guard = commands[index].Enclosing;
        for (var i = index; i > 0 && commands[i].Joint == "&&" && commands[i - 1].Name is "[" or "[[" or "test"; i--)
        {
            guard += $" {commands[i - 1]} ";
        }

        return guard;
    }

    private void Follow(ShellCommand command, Place place)
    {
        if (ScriptPath(command, place.Depth == 0) is { } path && _files.Find(_stage, path) is var (file, text)
            && (ImageScripts.IsShell(text) || (ImageScripts.IsNamed(path) && !text.StartsWith("#!", StringComparison.Ordinal))))
        {
            AddText(text, file, place);
        }
        else if (NamedScripts.Of(command, _context.Build, p => _files.Find(_stage, p), place.Package) is { } script)
        {
            AddText(script.Text, script.File, place with { Package = script.File });
        }
    }

    private void AddText(string text, string file, Place place)
    {
        var source = SourceText.From(file, text);
        Add(
            ShellScript.Parse(LogicalText.Of(source, new(0, text.Length))).Commands,
            place with { Script = source, Depth = place.Depth + 1 });
    }

    private static string? ScriptPath(ShellCommand command, bool isStart)
    {
        if (command.Words.Count == 0)
        {
            return null;
        }

        var runs = Runners.IsShell(command.Name) || command.Name is "." or "source"
            ? (command.Operands("-c") is [var first, ..] ? first.Text : null)
            : command.Words[0].Text;
        return runs is not null && (isStart || ImageScripts.IsNamed(runs)) ? runs : null;
    }

    /// <summary>Where commands are found.</summary>
    /// <param name="Span">The place in the Dockerfile that leads there; null for their own.</param>
    /// <param name="Script">The script that they stand in; null for the Dockerfile.</param>
    /// <param name="Depth">How many scripts lead there.</param>
    private sealed record Place(TextSpan? Span, SourceText? Script, int Depth)
    {
        /// <summary>What has to hold for them to run.</summary>
        public string Guard { get; init; } = string.Empty;

        /// <summary>The file whose named script they are, relative to the build context.</summary>
        public string? Package { get; init; }

        /// <summary>The file of a command, with its line where that is written as it runs.</summary>
        public string Where(ShellCommand command) => Script is null ? string.Empty
            : NamedScripts.IsFile(Script.Path) ? Script.Path
            : $"{Script.Path}:{Script.PositionOf(command.Span.Start).Line}";
    }
}
