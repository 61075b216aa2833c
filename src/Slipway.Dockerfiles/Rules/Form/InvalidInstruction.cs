using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Form;

/// <summary>What the engine refuses.</summary>
internal sealed class InvalidInstruction() : DockerfileRule(new(
    "SLD001",
    Severity.Error,
    "Write what the engine accepts",
    "The build stops here before its first step.",
    "what was meant isn't known"))
{
    public override IEnumerable<Finding> Check(LintContext context)
    {
        foreach (var problem in context.File.Problems)
        {
            yield return At(context, problem.Span, problem.Message);
        }

        foreach (var instruction in context.File.Instructions)
        {
            var checkedInstruction = instruction.Trigger ?? instruction;
            if (Arguments(checkedInstruction) is { } message)
            {
                yield return At(context, checkedInstruction.Span, message);
            }

            foreach (var flag in checkedInstruction.Flags.Where(f => InstructionFlags.Of(checkedInstruction.Name) is { } known && !known.Contains(f.Name)))
            {
                yield return At(context, flag.Span, $"{checkedInstruction.Name} has no flag --{flag.Name}");
            }
        }
    }

    private static string? Arguments(Instruction instruction) => instruction.Name switch
    {
        "FROM" when instruction.Words.Count is not (1 or 3) => "FROM takes an image, or an image AS a name",
        "FROM" when instruction.Words.Count == 3 && !instruction.Words[1].Text.Equals("AS", StringComparison.OrdinalIgnoreCase) =>
            $"AS is expected instead of {instruction.Words[1].Text}",
        "FROM" when instruction.Words.Count == 3 && !IsStageName(instruction.Words[2].Text) =>
            $"{instruction.Words[2].Text} can't be the name of a stage: letters, digits, -, _ and . after a letter",
        "EXPOSE" when instruction.Words.FirstOrDefault(w => !IsPort(w.Text)) is { } port => $"{port.Text} is no port",
        "ENV" or "LABEL" when instruction.Pairs.Any(p => p.Key.Text.Length == 0) => $"{instruction.Name} needs a name before =",
        "COPY" or "ADD" when instruction.Words.Count < 2 => $"{instruction.Name} needs a source and a target",
        "RUN" when instruction.Rest.Length == 0 && instruction.Heredocs.Count == 0 => "RUN needs a command",
        "ARG" or "ENV" or "LABEL" or "EXPOSE" or "USER" or "WORKDIR" or "STOPSIGNAL" or "ONBUILD" or "MAINTAINER" when instruction.Rest.Length == 0 =>
            $"{instruction.Name} needs an argument",
        "VOLUME" when instruction.Words.Count == 0 => "VOLUME needs an argument",
        "SHELL" when !instruction.IsJson || instruction.Words.Count == 0 => "SHELL takes a JSON array such as [\"/bin/bash\", \"-c\"]",
        "HEALTHCHECK" when instruction.Words is not [{ Text: var type }, ..] || type.ToUpperInvariant() is not ("CMD" or "NONE") =>
            "HEALTHCHECK takes CMD with a command, or NONE",
        "HEALTHCHECK" when instruction.Words is [{ Text: var type }] && type.Equals("CMD", StringComparison.OrdinalIgnoreCase) =>
            "HEALTHCHECK CMD needs a command",
        _ => null,
    };

    // 80, 80-90, 80/udp; what stands before a colon is another rule's concern, and a variable may be any of that.
    private static bool IsPort(string text) =>
        text.Contains('$', StringComparison.Ordinal)
            || text.Contains('[', StringComparison.Ordinal)
            || text.Trim('"', '\'').Split('/')[0].Split(':')[^1] is { Length: > 0 } port && port.All(c => char.IsAsciiDigit(c) || c == '-');

    private static bool IsStageName(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
