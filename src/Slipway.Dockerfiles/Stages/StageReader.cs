using Slipway.Dockerfiles.Substitution;
using Slipway.Dockerfiles.Syntax;

namespace Slipway.Dockerfiles.Stages;

/// <summary>Puts the instructions of a file into stages.</summary>
public static class StageReader
{
    /// <summary>Reads the stages of a file.</summary>
    /// <param name="arguments">The build arguments that are given; none leaves all at their defaults.</param>
    /// <returns>The stages, in order.</returns>
    public static IReadOnlyList<Stage> Read(Dockerfile file, IReadOnlyDictionary<string, string>? arguments = null)
    {
        var stages = new List<Stage>();
        var globals = Globals(file, arguments);
        var state = new StepState();
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Is("FROM"))
            {
                if (stages.Count > 0)
                {
                    stages[^1].After = state;
                }

                var stage = Open(instruction, stages, globals, file.Escape);
                stages.Add(stage);
                state = Inherited(stage);
            }
            else if (stages.Count > 0)
            {
                var stage = stages[^1];
                var step = new Step(stage, stage.Steps.Count, instruction, state, isTrigger: false);
                stage.Add(step);
                state = StateChange.After(step, globals, arguments, file.Escape);
            }
        }

        if (stages.Count > 0)
        {
            stages[^1].After = state;
        }

        return stages;
    }

    /// <summary>The build arguments before the first FROM, which only count in FROM.</summary>
    /// <param name="arguments">The build arguments that are given.</param>
    /// <returns>Their values, null without one.</returns>
    public static IReadOnlyDictionary<string, string?> Globals(Dockerfile file, IReadOnlyDictionary<string, string>? arguments = null)
    {
        var globals = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var pair in file.Instructions.TakeWhile(i => !i.Is("FROM")).Where(i => i.Is("ARG")).SelectMany(i => i.Pairs))
        {
            globals[pair.Key.Text] = arguments?.GetValueOrDefault(pair.Key.Text) is { } given
                ? given
                : pair.Value is null ? null
                : Expander.Expand(pair.Value.Text, n => globals.GetValueOrDefault(n), new() { Escape = file.Escape }).Text;
        }

        return globals;
    }

    /// <summary>The stage that a <c>--from</c> or <c>from=</c> names.</summary>
    /// <param name="stages">The stages of the file.</param>
    /// <param name="name">The name or the number.</param>
    /// <param name="before">The stage that says so; only those above it count.</param>
    /// <returns>The stage, or null when the name is that of an image.</returns>
    public static Stage? Find(IReadOnlyList<Stage> stages, string name, Stage before) =>
        stages.Take(before.Index).LastOrDefault(s => name.Equals(s.Name, StringComparison.OrdinalIgnoreCase))
        ?? (int.TryParse(name, out var index) && index >= 0 && index < before.Index ? stages[index] : null);

    private static Stage Open(Instruction from, List<Stage> stages, IReadOnlyDictionary<string, string?> globals, char escape)
    {
        var written = from.Words.Count > 0 ? from.Words[0].Text : string.Empty;
        var image = Expander.Expand(written, n => globals.GetValueOrDefault(n), new() { Escape = escape, KeepsUnset = true });
        var name = image.Error is null ? image.Text : written;
        var parent = stages.LastOrDefault(s => s.Name is { } n && n.Equals(name, StringComparison.OrdinalIgnoreCase));
        return new(stages.Count, from, parent, name);
    }

    private static StepState Inherited(Stage stage) =>
        stage.Parent is { } parent
            ? parent.After with { Arguments = new StepState().Arguments }
            : stage.Image == "scratch" ? new() { Folder = "/", User = "0" } : new();
}
