using Slipway.Dockerfiles.Substitution;
using Slipway.Dockerfiles.Syntax;

namespace Slipway.Dockerfiles.Stages;

/// <summary>What an instruction changes for those after it.</summary>
internal static class StateChange
{
    public static StepState After(Step step, IReadOnlyDictionary<string, string?> globals, IReadOnlyDictionary<string, string>? arguments, char escape)
    {
        var (state, instruction) = (step.Before, step.Instruction);
        return instruction.Name switch
        {
            "ENV" => state with { Environment = state.Environment.SetItems(instruction.Pairs.Select(p => KeyValuePair.Create(p.Key.Text, Expand(p.Value!)))) },
            "ARG" => state with { Arguments = state.Arguments.SetItems(instruction.Pairs.Select(p => KeyValuePair.Create(p.Key.Text, Argument(p)))) },
            "WORKDIR" when instruction.Words is [var word] => state with { HasFolder = true, Folder = Folder(state.Folder, Expand(word)) },
            "USER" when instruction.Words is [var word] => state with { User = Expand(word) },
            "SHELL" => state with { Shell = [.. instruction.Words.Select(w => w.Text)] },
            _ => state,
        };

        string? Argument(KeyValue pair) =>
            arguments?.GetValueOrDefault(pair.Key.Text) ?? (pair.Value is null ? globals.GetValueOrDefault(pair.Key.Text) : Expand(pair.Value));

        string Expand(Word word)
        {
            var expansion = Expander.Expand(word.Text, state.Value, new() { Escape = escape });
            return expansion.Error is null ? expansion.Text : word.Text;
        }
    }

    /// <summary>The folder that a WORKDIR leads to, or null when that isn't known.</summary>
    public static string? Folder(Step step) =>
        step.Instruction.Words is [var word] ? Folder(step.Before.Folder, CopyMap.Expanded(step, word.Text)) : null;

    private static string? Folder(string? before, string folder)
    {
        if (folder.Length == 0)
        {
            return before;
        }

        if (folder[0] == '/' || (folder.Length > 1 && folder[1] == ':'))
        {
            return ContainerPath.Clean(folder);
        }

        return before is null ? null : ContainerPath.Join(before, folder);
    }
}
